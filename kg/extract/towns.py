"""Towns and the countries that they lie in: by them "the data protection authority" is that of a country."""

from functools import cache

from kg.extract.lexicon import WordSet, words

TOWNS = {
    "AT": words("Graz Innsbruck Klagenfurt Linz Salzburg Bregenz Tyrol Styria Carinthia Vorarlberg Burgenland"),
    "BE": words("Antwerp Ghent Liège Bruges Leuven Namur Charleroi Mons Hasselt Flanders Wallonia"),
    "BG": words("Plovdiv Varna Burgas Pleven Ruse"),
    "CH": words("Zurich Zürich Geneva Basel Bern Lausanne Winterthur Lucerne"),
    "CY": words("Limassol Larnaca Paphos"),
    "CZ": words("Brno Ostrava Pilsen Olomouc Liberec"),
    "DE": words(
        """Aachen Augsburg Bielefeld Bochum Bonn Cologne Dortmund Dresden Erfurt Essen Frankfurt Freiburg Heidelberg
        Karlsruhe Kassel Kiel Leipzig Lübeck Magdeburg Mainz Mannheim Munich Münster Nuremberg Potsdam Rostock
        Saarbrücken Schwerin Wiesbaden Wolfsburg Würzburg"""
    ),
    "DK": words("Aarhus Aalborg Odense Esbjerg Kolding Horsens Roskilde"),
    "EE": words("Tartu Pärnu Narva"),
    "ES": words(
        """Alicante Barcelona Bilbao Cádiz Córdoba Girona Granada Málaga Mallorca Murcia Oviedo Pamplona Seville
        Tenerife Valencia Valladolid Zaragoza"""
    ),
    "FI": words("Espoo Oulu Tampere Turku Vantaa Lahti"),
    "FR": words(
        """Bordeaux Dijon Grenoble Lille Lyon Marseille Montpellier Nantes Nice Rennes Rouen Strasbourg Toulouse
        Brittany Normandy"""
    ),
    "GB": words(
        """Aberdeen Belfast Birmingham Bradford Brighton Bristol Cardiff Coventry Edinburgh Glasgow Hull Leeds
        Leicester Liverpool Manchester Newcastle Norwich Nottingham Oxford Plymouth Sheffield Southampton Swansea
        Scotland Scottish Welsh Kent Essex Sussex Surrey Yorkshire Lancashire Wilmslow"""
    ),
    "GR": words("Thessaloniki Patras Heraklion Piraeus Crete"),
    "HR": words("Split Rijeka Osijek Zadar Dubrovnik Pula"),
    "HU": words("Debrecen Szeged Pécs Győr Miskolc"),
    "IE": words("Cork Galway Limerick Waterford Kerry Donegal Wexford"),
    "IT": words(
        """Bari Bergamo Bologna Bolzano Brescia Cagliari Catania Florence Genoa Messina Modena Naples Padua Palermo
        Parma Perugia Pisa Trento Trieste Turin Venice Verona Lombardy Lazio Tuscany Sicily Sardinia Piedmont Veneto"""
    ),
    "LT": words("Kaunas Klaipėda Šiauliai"),
    "LV": words("Daugavpils Liepāja Jūrmala"),
    "MT": words("Valletta Sliema Gozo"),
    "NL": words("Arnhem Breda Delft Eindhoven Groningen Haarlem Leiden Maastricht Nijmegen Rotterdam Tilburg Utrecht"),
    "NO": words("Bergen Trondheim Stavanger Tromsø Drammen Kristiansand"),
    "PL": words("Gdańsk Gdynia Katowice Kraków Krakow Lublin Łódź Poznań Poznan Szczecin Wrocław Wroclaw"),
    "PT": words("Porto Braga Coimbra Faro Setúbal Algarve"),
    "RO": words("Brașov Cluj Constanța Craiova Iași Oradea Ploiești Sibiu Timișoara Transylvania"),
    "SE": words("Gothenburg Malmö Lund Uppsala Linköping Örebro Västerås Umeå"),
    "SI": words("Maribor Celje Koper Kranj"),
    "SK": words("Košice Žilina Nitra Trnava Prešov"),
}
"""Towns and regions other than those of `kg.extract.countries`, in English or as they are printed in English."""


@cache
def _found() -> WordSet:
    codes: dict[str, set[str]] = {}
    for code, towns in TOWNS.items():
        for town in towns:
            codes.setdefault(town, set()).add(code)
            codes.setdefault(town.upper(), set()).add(code)
    return WordSet(codes)


def lies_in(text: str) -> tuple[str, ...]:
    """The countries (ISO 3166-1) of the towns that a text names, in its order."""
    hits = sorted(_found().find(text), key=lambda hit: hit.start)
    return tuple(dict.fromkeys(code for hit in hits for code in hit.ids))

"""What the shapes have to find: for each message, a change to the sample that calls for it."""

from rdflib import Literal, Namespace, Node, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SDO, SKOS, XSD

from ontology.terms import REFERENCE, Gde, vocab

OA = Namespace("http://www.w3.org/ns/oa#")
DPV = "https://w3id.org/dpv#"

CNIL = f"{REFERENCE}decision/fr-cnil-2023-san-2023-901"
ICO = f"{REFERENCE}decision/gb-ico-2022-243b124d"
AEPD = f"{REFERENCE}decision/es-aepd-2023-ps-00901-2022"
FINDING = f"{CNIL}#infringement-1-art_32"
FINE, PART = f"{CNIL}#fine", f"{AEPD}#fine-part-1"
PUBLICATION = f"{CNIL}#measure-publication"
AFFECTED = f"{CNIL}#affected"
ALPHAMED = f"{REFERENCE}org/alphamed"
AUTHORITY = f"{REFERENCE}authority/fr/cnil"
PROVISION = f"{REFERENCE}provision/reg/2016/679/art_32"
EPRIVACY = f"{REFERENCE}provision/dir/2002/58/art_5/par_3"
TIER = f"{REFERENCE}provision/reg/2016/679/art_83/par_4"
INCIDENT, FACTOR, DOCUMENT = f"{CNIL}#incident", f"{CNIL}#factor", f"{CNIL}#document"
PENALTY, ORDER, UNDERTAKING = f"{CNIL}#penalty", f"{CNIL}#order", f"{CNIL}#undertaking"
REVIEW, FURTHER = f"{CNIL}#review-1", f"{CNIL}#review-2"
ACT, COURT = vocab("act", "eu-eprivacy"), vocab("review-body", "fr-ce")
GUIDELINE, CHAPTER = vocab("guideline", "edpb-04-2022"), f"{REFERENCE}provision/reg/2016/679/cpt_3"
LEAD, CONCERNED = (f"https://w3id.org/dpv/legal/eu/gdpr#{name}" for name in ("hasLeadSA", "hasConcernedSA"))
ARTICLE, EVIDENCE = str(Gde.SourceArticle), str(Gde.Evidence)
SELECTOR, POSITION = str(OA.TextQuoteSelector), str(OA.TextPositionSelector)


def decimal(text: str) -> Literal:
    return Literal(text, datatype=XSD.decimal)


WRONG: list[tuple[str, str, tuple[Node, ...], str]] = [
    (CNIL, RDFS.label, (), "A decision has one label."),
    (CNIL, Gde.status, (URIRef(vocab("decision-status", "pending")),), "A decision is final, proposed, appealed"),
    (CNIL, Gde.verification, (Literal("yes"),), "A decision says who vouches"),
    (CNIL, Gde.issuedBy, (URIRef(f"{REFERENCE}authority/fr/nobody"),), "issued by one supervisory authority"),
    (CNIL, Gde.addressedTo, (URIRef(f"{REFERENCE}org/nobody"),), "addressed to a regulated entity"),
    (CNIL, Gde.decisionDate, (Literal("14 March 2023"),), "A decision has one date"),
    (CNIL, Gde.decisionYear, (Literal(2022),), "not the year of its date"),
    (CNIL, Gde.decisionYear, (Literal("2023"),), "The year of a decision is"),
    (CNIL, Gde.decisionYear, (Literal(2017),), "applies since 25 May 2018"),
    (CNIL, Gde.caseNumber, (Literal(901),), "one case number"),
    (CNIL, Gde.totalFineEUR, (decimal("0"),), "The total fine is one decimal number"),
    (CNIL, Gde.totalFineEUR, (decimal("3000000000"),), "More than two billion euro"),
    (CNIL, Gde.totalFineEUR, (decimal("1"),), "not the sum of the fines"),
    (CNIL, Gde.concernsDataCategory, (URIRef(f"{DPV}PersonalData"),), "a concept of the scheme data-category"),
    (CNIL, Gde.findsInfringement, (URIRef(PROVISION),), "What a decision finds"),
    (CNIL, Gde.imposes, (URIRef(PROVISION),), "What a decision imposes"),
    (CNIL, Gde.affects, (URIRef(PROVISION),), "Whom a decision affects"),
    (CNIL, Gde.reportedIn, (URIRef(f"{REFERENCE}article/none"),), "at least one source article"),
    (FINDING, Gde.ofProvision, (URIRef("https://w3id.org/dpv/legal/eu/gdpr#A13"),), "A finding names one provision"),
    (FINDING, Gde.outcome, (URIRef(f"{DPV}NonCompliant"),), "infringed or not"),
    (FINDING, Gde.committedBy, (URIRef(f"{REFERENCE}org/nobody"),), "A finding is about one party"),
    (FINDING, Gde.inCapacityOf, (URIRef(f"{DPV}ThirdParty"),), "as a controller or as a processor, alone"),
    (PUBLICATION, Gde.imposedOn, (URIRef(PROVISION),), "imposed on a regulated entity"),
    (PUBLICATION, Gde.measureKind, (Literal("publication"),), "The kind of a measure"),
    (FINE, Gde.exercisesPower, (URIRef(PROVISION),), "a point of Article 58(2)"),
    (FINE, Gde.amount, (decimal("0"),), "The amount of a fine"),
    (FINE, Gde.amountUndisclosed, (Literal(True),), "one of the three"),
    (FINE, Gde.initialAmount, (decimal("100"),), "not higher than the initial one"),
    (FINE, Gde.initialAmount, (decimal("0"),), "The initial amount is"),
    (FINE, Gde.currency, (Literal("EUR"),), "The currency is one IRI"),
    (FINE, Gde.amountEUR, (decimal("0"),), "The amount in euro is"),
    (FINE, Gde.amountEUR, (decimal("5"),), "without an exchange rate"),
    (f"{ICO}#fine", Gde.exchangeRate, (decimal("0"),), "The exchange rate is one decimal"),
    (f"{ICO}#fine", Gde.exchangeRateDate, (Literal("2022"),), "that of one day"),
    (PART, Gde.componentOf, (URIRef(PROVISION),), "an item of one fine"),
    (AFFECTED, Gde.dataSubjectCount, (Literal(0),), "The number of affected people"),
    (f"{ICO}#affected", Gde.dataSubjectCountMax, (Literal(5),), "not above the greatest"),
    (f"{AEPD}#affected", Gde.dataSubjectCountMax, (Literal(0),), "greatest number of affected people"),
    (AFFECTED, Gde.countQualifier, (URIRef(vocab("count-qualifier", "some")),), "exact, rounded, or a bound"),
    (ALPHAMED, SKOS.prefLabel, (), "one name, or one description"),
    (ALPHAMED, Gde.nameWithheld, (Literal("yes"),), "withheld or not"),
    (AUTHORITY, Gde.jurisdiction, (), "An authority has one jurisdiction"),
    (PROVISION, SKOS.notation, (), "one citation"),
    (PROVISION, Gde.articleNumber, (Literal(100),), "one of the 99 articles, or"),
    (ARTICLE, SDO.articleBody, (Literal(5),), "has its text"),
    (ARTICLE, SDO.url, (Literal("javascript:x"),), "of a source article is a web address"),
    (ARTICLE, SDO.datePublished, (Literal("yesterday"),), "published on one day"),
    (EVIDENCE, RDF.subject, (Literal("text"),), "one subject"),
    (EVIDENCE, RDF.predicate, (Literal("text"),), "one predicate"),
    (EVIDENCE, Gde.confidence, (decimal("1.1"),), "a confidence between 0 and 1"),
    (EVIDENCE, PROV.wasDerivedFrom, (URIRef(f"{REFERENCE}article/none"),), "in one source article"),
    (EVIDENCE, PROV.wasGeneratedBy, (URIRef(f"{REFERENCE}run/none"),), "one version of the extraction pipeline"),
    (SELECTOR, OA.exact, (Literal("words that are not there"),), "does not stand at its place"),
    (CNIL, RDFS.label, (Literal("one"), Literal("two")), "A decision has one label."),
    (CNIL, Gde.issuedBy, (), "which authority issued"),
    (CNIL, Gde.addressedTo, (), "to whom the decision is addressed"),
    (CNIL, Gde.reportedIn, (), "at least one source article"),
    (ICO, Gde.findsInfringement, (URIRef(FINDING),), "A finding belongs to one decision"),
    (ICO, Gde.imposes, (URIRef(PUBLICATION),), "A corrective measure belongs to one decision"),
    (FINE, Gde.amount, (), "one of the three"),
    (FINE, Gde.currency, (), "The amount has no currency"),
    (f"{ICO}#affected", Gde.dataSubjectCountMin, (), "a number, a bound of it"),
    (AFFECTED, Gde.dataSubjectCountMin, (Literal(0),), "The least number"),
    (
        AUTHORITY,
        SKOS.prefLabel,
        (Literal("A", lang="en"), Literal("B", lang="en")),
        "An authority has one preferred name",
    ),
    (ARTICLE, SDO.inLanguage, (Literal("en"), Literal("fr")), "in one language"),
    (EVIDENCE, RDF.object, (), "one object"),
    (SELECTOR, OA.exact, (), "quotes one stretch"),
    (POSITION, OA.start, (), "where its quote begins"),
    (CNIL, Gde.decisionOutcome, (Literal("fined"),), "What a decision comes to"),
    (CNIL, Gde.procedure, (Literal("Article 60"),), "came about by one procedure"),
    (CNIL, Gde.caseTrigger, (Literal("a complaint"),), "What set a case off"),
    (CNIL, Gde.processingContext, (Literal("cookies"),), "The context of processing"),
    (CNIL, Gde.openedOn, (Literal("June"),), "A proceeding began"),
    (CNIL, Gde.publishedOn, (Literal("March"),), "A decision was published"),
    (CNIL, Gde.servedOn, (Literal("March"),), "A decision was served on"),
    (CNIL, Gde.servedOn, (Literal("2023-03-01", datatype=XSD.date),), "before it was adopted"),
    (CNIL, Gde.priorDecision, (URIRef(CNIL),), "relies on itself"),
    (CNIL, Gde.citesDecision, (URIRef(PROVISION),), "A related decision"),
    (CNIL, LEAD, (URIRef(PROVISION),), "one lead authority"),
    (CNIL, CONCERNED, (Literal("AEPD"),), "A concerned authority"),
    (CNIL, Gde.appliesAct, (Literal("Act 78-17"),), "An act that a decision rests on"),
    (CNIL, Gde.citesGuideline, (URIRef(PROVISION),), "Cited guidelines"),
    (CNIL, Gde.documentedIn, (URIRef(PROVISION),), "What documents a decision"),
    (CNIL, Gde.concernsIncident, (URIRef(PROVISION),), "The incident behind a decision"),
    (CNIL, Gde.weighsFactor, (URIRef(PROVISION),), "What a decision weighs"),
    (CNIL, Gde.transferDestination, (Literal("US"),), "The destination of a transfer"),
    (CNIL, Gde.transferTool, (URIRef("https://w3id.org/dpv/legal/eu/gdpr#A6-1-f"),), "An instrument of transfer"),
    (CNIL, Gde.complainant, (Literal("an association"),), "A complainant is"),
    (CNIL, Gde.representedBy, (Literal("an association"),), "Who represents complainants"),
    (FINDING, Gde.infringementStart, (Literal("spring"),), "An infringement began"),
    (FINDING, Gde.infringementEnd, (Literal("spring"),), "An infringement ended"),
    (FINDING, Gde.infringementEnd, (Literal("2018", datatype=XSD.gYear),), "ended before it began"),
    (FINDING, Gde.assessedLegalBasis, (URIRef(PROVISION),), "A legal basis is one of"),
    (FINDING, Gde.culpability, (Literal("negligent"),), "intentional or negligent"),
    (FINDING, Gde.seriousness, (Literal("high"),), "one level of the scheme seriousness"),
    (FINE, Gde.sanctions, (URIRef(PROVISION),), "What a measure sanctions"),
    (FINE, Gde.sanctions, (URIRef(f"{AEPD}#infringement-none"),), "a finding of another decision"),
    (ORDER, Gde.deadline, (Literal("soon"),), "The deadline of an order"),
    (FINE, Gde.timeLimitDays, (Literal(0),), "A time limit is"),
    (ORDER, Gde.exercisesPower, (URIRef(f"{REFERENCE}provision/reg/2016/679/art_58/par_2/pnt_b"),), "another point of"),
    (FINE, Gde.paymentStatus, (Literal("paid"),), "Whether a sum was paid"),
    (FINE, Gde.amountPaid, (decimal("-1"),), "What was paid is"),
    (FINE, Gde.jointAndSeveral, (Literal("yes"),), "jointly and severally or not"),
    (PENALTY, Gde.penaltyPerPeriod, (), "one sum for each period"),
    (PENALTY, Gde.penaltyPeriodDays, (Literal(0),), "a period of a day or more"),
    (PENALTY, Gde.penaltyCap, (decimal("0"),), "The cap of a periodic penalty"),
    (PENALTY, Gde.currency, (), "A periodic penalty is in a currency"),
    (PENALTY, Gde.enforcesOrder, (URIRef(PROVISION),), "gives force to an order"),
    (FINE, Gde.startingAmount, (decimal("0"),), "The starting amount is"),
    (FINE, Gde.discountedAmount, (decimal("9000000"),), "The sum for early payment"),
    (FINE, Gde.legalMaximum, (decimal("0"),), "The legal maximum is one"),
    (FINE, Gde.legalMaximum, (decimal("1000000"),), "above the legal maximum that the decision states"),
    (FINE, Gde.appliesTier, (URIRef(PROVISION),), "A fine is imposed under one tier"),
    (FINE, Gde.amountEUR, (decimal("11000000"),), "above the maximum of its tier"),
    (PART, Gde.amount, (decimal("7"),), "The items of the fine do not add up"),
    (AFFECTED, Gde.dataSubjectCategory, (Literal("patients"),), "Who the affected people are"),
    (ALPHAMED, Gde.sector, (Literal("health"),), "The branch of a party"),
    (ALPHAMED, Gde.entityKind, (Literal("company"),), "What a party is, is"),
    (ALPHAMED, Gde.undertaking, (URIRef(PROVISION),), "The undertaking of a party"),
    (ALPHAMED, "http://www.w3.org/ns/org#subOrganizationOf", (Literal("Alphamed Holding"),), "A parent company is"),
    (ALPHAMED, SDO.leiCode, (Literal("12345"),), "A Legal Entity Identifier"),
    (ALPHAMED, Gde.annualTurnoverEUR, (decimal("-1"),), "The turnover is one decimal"),
    (ALPHAMED, Gde.turnoverYear, (Literal("last"),), "The business year of the turnover"),
    (UNDERTAKING, SKOS.prefLabel, (), "An undertaking has one name"),
    (CNIL, Gde.concernsIncident, (), "An incident stands behind a decision"),
    (INCIDENT, Gde.breachKind, (Literal("loss"),), "What a breach took away"),
    (INCIDENT, Gde.breachCause, (Literal("ransomware"),), "How a breach came about"),
    (INCIDENT, Gde.occurredOn, (Literal("spring"),), "An incident happened"),
    (INCIDENT, Gde.discoveredOn, (Literal("spring"),), "An incident was discovered"),
    (INCIDENT, Gde.notifiedOn, (Literal("spring"),), "An incident was notified"),
    (INCIDENT, Gde.notifiedOn, (Literal("2021-05-01", datatype=XSD.date),), "notified before it was discovered"),
    (INCIDENT, Gde.notificationDelayHours, (decimal("-1"),), "The delay of a notification"),
    (INCIDENT, Gde.subjectsInformed, (Literal("yes"),), "informed or not"),
    (CNIL, Gde.weighsFactor, (), "A factor is weighed in one decision"),
    (FACTOR, Gde.factor, (URIRef(PROVISION),), "one of the eleven points"),
    (FACTOR, Gde.effect, (Literal("heavier"),), "weighs against the party"),
    (REVIEW, Gde.reviewOf, (), "A review is of one decision"),
    (REVIEW, Gde.reviewOutcome, (Literal("upheld"),), "What came of a review"),
    (REVIEW, Gde.reviewBody, (URIRef(AUTHORITY),), "One court or board reviews"),
    (REVIEW, Gde.reviewedOn, (Literal("spring"),), "A review was decided"),
    (FURTHER, Gde.ecli, (Literal("C-9999/25"),), "A European Case Law Identifier"),
    (FURTHER, Gde.fineAfterReviewEUR, (decimal("-1"),), "The fine after a review"),
    (FURTHER, Gde.furtherReviewOf, (URIRef(CNIL),), "What is reviewed further"),
    (REVIEW, Gde.furtherReviewOf, (URIRef(FURTHER),), "The chain of reviews leads back"),
    (FURTHER, Gde.reviewOf, (URIRef(AEPD),), "a review of another decision"),
    (COURT, SKOS.prefLabel, (), "A court or board has"),
    (EPRIVACY, Gde.ofAct, (URIRef(PROVISION),), "A provision belongs to one act"),
    (PROVISION, Gde.fineTier, (URIRef(PROVISION),), "Fines for a provision"),
    (TIER, Gde.tierMaximumEUR, (decimal("0"),), "The maximum of a tier"),
    (TIER, Gde.tierTurnoverShare, (decimal("4"),), "The share of the turnover"),
    (PROVISION, Gde.chapterNumber, (Literal(12),), "one of the eleven chapters."),
    (PROVISION, Gde.articleNumber, (), "has the number of its article"),
    (CHAPTER, Gde.chapterNumber, (), "one of the eleven chapters, or"),
    (CHAPTER, DCTERMS.title, (), "A division has one title"),
    (ACT, SKOS.prefLabel, (), "An act has one preferred name"),
    (ACT, Gde.jurisdiction, (), "An act is law in one jurisdiction"),
    (GUIDELINE, SKOS.prefLabel, (), "Guidelines have one title"),
    (GUIDELINE, SKOS.notation, (), "Guidelines have one number"),
    (DOCUMENT, Gde.documentKind, (Literal("a press release"),), "What a document is"),
    (DOCUMENT, SDO.archivedAt, (Literal("a copy"),), "The address of an archived copy"),
]
"""A node (or a class of which one node is meant), a property, the values that take the place of its values, and words
of what is said of it."""

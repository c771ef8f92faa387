"""The names of our vocabulary as constants. `gde.ttl` defines them; a test holds both equal."""

from enum import StrEnum, auto

NS = "https://w3id.org/gdpr-enforcement/ns#"
"""The namespace of classes and properties, prefix `gde:`."""

VOCAB = "https://w3id.org/gdpr-enforcement/vocab/"
"""What the IRIs of concept schemes, and of most concepts, start with."""

REFERENCE = "https://w3id.org/gdpr-enforcement/id/"
"""What the IRIs of authorities and provisions start with."""

SKOS = "http://www.w3.org/2004/02/skos/core#"
"""The namespace of concepts and their labels."""

_BASES = {
    "authority": f"{REFERENCE}authority/",
    "organisation": f"{REFERENCE}organisation/",
    "currency": "http://publications.europa.eu/resource/authority/currency/",
}


def vocab_base(scheme: str) -> str:
    """What the IRIs of a scheme's concepts start with; the rest is the concept's id."""
    return _BASES.get(scheme, f"{VOCAB}{scheme}/")


def vocab(scheme: str, id: str) -> str:  # noqa: A002  (the ontology's own word)
    """The IRI of a concept: `vocab("data-category", "health")`, `vocab("authority", "fr/cnil")`."""
    return vocab_base(scheme) + id


class Gde(StrEnum):
    """Every class and property that `gde.ttl` defines; the value is the IRI."""

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[str]) -> str:  # noqa: ARG004
        return NS + name

    EnforcementDecision = auto()
    SupervisoryAuthority = auto()
    RegulatedEntity = auto()
    Infringement = auto()
    CorrectiveMeasure = auto()
    Warning = auto()
    Reprimand = auto()
    OrderToComplyWithRequest = auto()
    OrderToBringIntoCompliance = auto()
    OrderToCommunicateBreach = auto()
    ProcessingLimitation = auto()
    ProcessingBan = auto()
    RectificationOrErasureOrder = auto()
    CertificationWithdrawal = auto()
    AdministrativeFine = auto()
    DataFlowSuspension = auto()
    PublicationOfDecision = auto()
    InformationCampaign = auto()
    PoliceReport = auto()
    InfringementDeclaration = auto()
    AffectedGroup = auto()
    Provision = auto()
    SourceArticle = auto()
    Evidence = auto()
    ExtractionRun = auto()
    FactorAssessment = auto()
    Review = auto()
    MonetarySanction = auto()
    PeriodicPenaltyPayment = auto()
    Incident = auto()
    LegalAct = auto()
    Division = auto()
    ReviewBody = auto()
    Undertaking = auto()
    Guideline = auto()
    SourceDocument = auto()

    issuedBy = auto()
    addressedTo = auto()
    status = auto()
    decisionDate = auto()
    decisionYear = auto()
    caseNumber = auto()
    totalFineEUR = auto()
    concernsDataCategory = auto()
    reportedIn = auto()
    verification = auto()
    findsInfringement = auto()
    imposes = auto()
    affects = auto()
    weighsFactor = auto()
    ofProvision = auto()
    committedBy = auto()
    inCapacityOf = auto()
    outcome = auto()
    imposedOn = auto()
    exercisesPower = auto()
    measureKind = auto()
    amount = auto()
    amountMin = auto()
    amountMax = auto()
    currency = auto()
    amountEUR = auto()
    exchangeRate = auto()
    exchangeRateDate = auto()
    amountUndisclosed = auto()
    initialAmount = auto()
    componentOf = auto()
    dataSubjectCount = auto()
    dataSubjectCountMin = auto()
    dataSubjectCountMax = auto()
    countQualifier = auto()
    nameWithheld = auto()
    confidence = auto()
    articleNumber = auto()
    paragraphNumber = auto()
    pointLetter = auto()
    fineTier = auto()
    jurisdiction = auto()
    specialRegime = auto()
    measureClass = auto()
    power = auto()
    factor = auto()
    effect = auto()
    reviewOf = auto()
    ecli = auto()
    fineAfterReviewEUR = auto()
    decisionOutcome = auto()
    procedure = auto()
    caseTrigger = auto()
    processingContext = auto()
    openedOn = auto()
    publishedOn = auto()
    servedOn = auto()
    complainant = auto()
    representedBy = auto()
    appliesAct = auto()
    citesGuideline = auto()
    citesDecision = auto()
    joinedWith = auto()
    priorDecision = auto()
    documentedIn = auto()
    concernsIncident = auto()
    transferDestination = auto()
    transferTool = auto()
    breachKind = auto()
    breachCause = auto()
    occurredOn = auto()
    discoveredOn = auto()
    notifiedOn = auto()
    notificationDelayHours = auto()
    subjectsInformed = auto()
    infringementStart = auto()
    infringementEnd = auto()
    assessedLegalBasis = auto()
    culpability = auto()
    seriousness = auto()
    sanctions = auto()
    deadline = auto()
    timeLimitDays = auto()
    jointAndSeveral = auto()
    startingAmount = auto()
    discountedAmount = auto()
    appliesTier = auto()
    legalMaximum = auto()
    paymentStatus = auto()
    amountPaid = auto()
    penaltyPerPeriod = auto()
    penaltyPeriodDays = auto()
    penaltyCap = auto()
    enforcesOrder = auto()
    dataSubjectCategory = auto()
    sector = auto()
    entityKind = auto()
    undertaking = auto()
    annualTurnoverEUR = auto()
    turnoverYear = auto()
    reviewBody = auto()
    reviewOutcome = auto()
    reviewedOn = auto()
    furtherReviewOf = auto()
    ofAct = auto()
    chapterNumber = auto()
    sectionNumber = auto()
    tierMaximumEUR = auto()
    tierTurnoverShare = auto()
    documentKind = auto()

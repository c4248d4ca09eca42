"""Every term of the ontology as a constant.

generated from ontology.ttl, do not edit; sha256 of that file:
94479346f3d9b2661bdd98688c5031ac31ca40c0a099e8405fbde8f87ead7209
Made by `python -m shanhai.vocabulary.generate`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NAMESPACE: Final[str] = "https://w3id.org/shanhai/ontology#"
VERSION: Final[str] = "0.1.0"

# Classes
ADMINISTRATIVE_REGION: Final[str] = "https://w3id.org/shanhai/ontology#AdministrativeRegion"
AGREEMENT: Final[str] = "https://w3id.org/shanhai/ontology#Agreement"
ASSOCIATION: Final[str] = "https://w3id.org/shanhai/ontology#Association"
BASE: Final[str] = "https://w3id.org/shanhai/ontology#Base"
BODY: Final[str] = "https://w3id.org/shanhai/ontology#Body"
CLAIM: Final[str] = "https://w3id.org/shanhai/ontology#Claim"
COMPANY: Final[str] = "https://w3id.org/shanhai/ontology#Company"
COOPERATION: Final[str] = "https://w3id.org/shanhai/ontology#Cooperation"
COUNTRY: Final[str] = "https://w3id.org/shanhai/ontology#Country"
COUNTY: Final[str] = "https://w3id.org/shanhai/ontology#County"
EDUCATION_COMMUNITY: Final[str] = "https://w3id.org/shanhai/ontology#EducationCommunity"
ENCLAVE: Final[str] = "https://w3id.org/shanhai/ontology#Enclave"
ENTITY: Final[str] = "https://w3id.org/shanhai/ontology#Entity"
EVENT: Final[str] = "https://w3id.org/shanhai/ontology#Event"
EVIDENCE: Final[str] = "https://w3id.org/shanhai/ontology#Evidence"
GOVERNMENT_BODY: Final[str] = "https://w3id.org/shanhai/ontology#GovernmentBody"
HONOUR: Final[str] = "https://w3id.org/shanhai/ontology#Honour"
HOSPITAL: Final[str] = "https://w3id.org/shanhai/ontology#Hospital"
INCUBATOR: Final[str] = "https://w3id.org/shanhai/ontology#Incubator"
INNOVATION_CENTRE: Final[str] = "https://w3id.org/shanhai/ontology#InnovationCentre"
JUDGEMENT: Final[str] = "https://w3id.org/shanhai/ontology#Judgement"
MACRO_REGION: Final[str] = "https://w3id.org/shanhai/ontology#MacroRegion"
NAMED_LIST: Final[str] = "https://w3id.org/shanhai/ontology#NamedList"
OBSERVATION: Final[str] = "https://w3id.org/shanhai/ontology#Observation"
OUTLET: Final[str] = "https://w3id.org/shanhai/ontology#Outlet"
PARK: Final[str] = "https://w3id.org/shanhai/ontology#Park"
PARTICIPATION: Final[str] = "https://w3id.org/shanhai/ontology#Participation"
PASSAGE: Final[str] = "https://w3id.org/shanhai/ontology#Passage"
PERSON: Final[str] = "https://w3id.org/shanhai/ontology#Person"
PLACE: Final[str] = "https://w3id.org/shanhai/ontology#Place"
PLAN: Final[str] = "https://w3id.org/shanhai/ontology#Plan"
PLATFORM: Final[str] = "https://w3id.org/shanhai/ontology#Platform"
POLICY: Final[str] = "https://w3id.org/shanhai/ontology#Policy"
PREFECTURE: Final[str] = "https://w3id.org/shanhai/ontology#Prefecture"
PRODUCT: Final[str] = "https://w3id.org/shanhai/ontology#Product"
PROJECT: Final[str] = "https://w3id.org/shanhai/ontology#Project"
PROJECTION: Final[str] = "https://w3id.org/shanhai/ontology#Projection"
PROMOTION_CENTRE: Final[str] = "https://w3id.org/shanhai/ontology#PromotionCentre"
PROVINCE: Final[str] = "https://w3id.org/shanhai/ontology#Province"
REGION: Final[str] = "https://w3id.org/shanhai/ontology#Region"
RELATION_CLAIM: Final[str] = "https://w3id.org/shanhai/ontology#RelationClaim"
RESEARCH_INSTITUTE: Final[str] = "https://w3id.org/shanhai/ontology#ResearchInstitute"
SCHOOL: Final[str] = "https://w3id.org/shanhai/ontology#School"
SERVICE_PLATFORM: Final[str] = "https://w3id.org/shanhai/ontology#ServicePlatform"
SOURCE: Final[str] = "https://w3id.org/shanhai/ontology#Source"
STATUS_RECORD: Final[str] = "https://w3id.org/shanhai/ontology#StatusRecord"
STRATEGY: Final[str] = "https://w3id.org/shanhai/ontology#Strategy"
STUDIO: Final[str] = "https://w3id.org/shanhai/ontology#Studio"
TEAM: Final[str] = "https://w3id.org/shanhai/ontology#Team"
TOWNSHIP: Final[str] = "https://w3id.org/shanhai/ontology#Township"
TRANSPORT_LINE: Final[str] = "https://w3id.org/shanhai/ontology#TransportLine"
UNIVERSITY: Final[str] = "https://w3id.org/shanhai/ontology#University"
WORKSTATION: Final[str] = "https://w3id.org/shanhai/ontology#Workstation"

# Object properties
ACCUMULATION: Final[str] = "https://w3id.org/shanhai/ontology#accumulation"
ALIGNS_WITH: Final[str] = "https://w3id.org/shanhai/ontology#alignsWith"
APPLIES_TO: Final[str] = "https://w3id.org/shanhai/ontology#appliesTo"
ATTAINS: Final[str] = "https://w3id.org/shanhai/ontology#attains"
ATTRACTS: Final[str] = "https://w3id.org/shanhai/ontology#attracts"
BASIS_CONCEPT: Final[str] = "https://w3id.org/shanhai/ontology#basisConcept"
BOUND: Final[str] = "https://w3id.org/shanhai/ontology#bound"
BREAKDOWN_CONCEPT: Final[str] = "https://w3id.org/shanhai/ontology#breakdownConcept"
BREAKDOWN_ENTITY: Final[str] = "https://w3id.org/shanhai/ontology#breakdownEntity"
CONCERNS: Final[str] = "https://w3id.org/shanhai/ontology#concerns"
CONNECTS: Final[str] = "https://w3id.org/shanhai/ontology#connects"
COOPERATES_WITH: Final[str] = "https://w3id.org/shanhai/ontology#cooperatesWith"
ESTABLISHES: Final[str] = "https://w3id.org/shanhai/ontology#establishes"
EVIDENCE_PROPERTY: Final[str] = "https://w3id.org/shanhai/ontology#evidence"
FIELD: Final[str] = "https://w3id.org/shanhai/ontology#field"
FORMALITY: Final[str] = "https://w3id.org/shanhai/ontology#formality"
GRADUATED_FROM: Final[str] = "https://w3id.org/shanhai/ontology#graduatedFrom"
GUIDED_BY: Final[str] = "https://w3id.org/shanhai/ontology#guidedBy"
HAS_PARTY: Final[str] = "https://w3id.org/shanhai/ontology#hasParty"
HONOURED_WITH: Final[str] = "https://w3id.org/shanhai/ontology#honouredWith"
HOSTS: Final[str] = "https://w3id.org/shanhai/ontology#hosts"
IMPLEMENTS: Final[str] = "https://w3id.org/shanhai/ontology#implements"
INDICATOR_CONCEPT: Final[str] = "https://w3id.org/shanhai/ontology#indicatorConcept"
INVESTS: Final[str] = "https://w3id.org/shanhai/ontology#invests"
LEVEL: Final[str] = "https://w3id.org/shanhai/ontology#level"
LOCATED_IN: Final[str] = "https://w3id.org/shanhai/ontology#locatedIn"
MEASURE: Final[str] = "https://w3id.org/shanhai/ontology#measure"
MEMBER_OF: Final[str] = "https://w3id.org/shanhai/ontology#memberOf"
MENTIONS: Final[str] = "https://w3id.org/shanhai/ontology#mentions"
NAMED_AFTER: Final[str] = "https://w3id.org/shanhai/ontology#namedAfter"
NATURE: Final[str] = "https://w3id.org/shanhai/ontology#nature"
OBJECT: Final[str] = "https://w3id.org/shanhai/ontology#object"
OF_COOPERATION: Final[str] = "https://w3id.org/shanhai/ontology#ofCooperation"
OF_SOURCE: Final[str] = "https://w3id.org/shanhai/ontology#ofSource"
OPERATES: Final[str] = "https://w3id.org/shanhai/ontology#operates"
OUTLET_KIND: Final[str] = "https://w3id.org/shanhai/ontology#outletKind"
OUTLET_LEVEL: Final[str] = "https://w3id.org/shanhai/ontology#outletLevel"
OUTLET_PROPERTY: Final[str] = "https://w3id.org/shanhai/ontology#outlet"
PARENT: Final[str] = "https://w3id.org/shanhai/ontology#parent"
PARTICIPATES_IN: Final[str] = "https://w3id.org/shanhai/ontology#participatesIn"
PARTICIPATION_PROPERTY: Final[str] = "https://w3id.org/shanhai/ontology#participation"
PARTNER_IN_PROJECT: Final[str] = "https://w3id.org/shanhai/ontology#partnerInProject"
PARTY: Final[str] = "https://w3id.org/shanhai/ontology#party"
PART_OF: Final[str] = "https://w3id.org/shanhai/ontology#partOf"
POINT_LICENCE: Final[str] = "https://w3id.org/shanhai/ontology#pointLicence"
PRECISION: Final[str] = "https://w3id.org/shanhai/ontology#precision"
PREDECESSOR: Final[str] = "https://w3id.org/shanhai/ontology#predecessor"
PREDICATE: Final[str] = "https://w3id.org/shanhai/ontology#predicate"
PRODUCES: Final[str] = "https://w3id.org/shanhai/ontology#produces"
RECEIVES_SPILLOVER_FROM: Final[str] = "https://w3id.org/shanhai/ontology#receivesSpilloverFrom"
REF_PERIOD: Final[str] = "https://w3id.org/shanhai/ontology#refPeriod"
RELATED_TO: Final[str] = "https://w3id.org/shanhai/ontology#relatedTo"
ROLE: Final[str] = "https://w3id.org/shanhai/ontology#role"
SHARE_CONCEPT: Final[str] = "https://w3id.org/shanhai/ontology#shareConcept"
SHARE_OF_ENTITY: Final[str] = "https://w3id.org/shanhai/ontology#shareOfEntity"
SIGNS_AGREEMENT_WITH: Final[str] = "https://w3id.org/shanhai/ontology#signsAgreementWith"
SPONSORS: Final[str] = "https://w3id.org/shanhai/ontology#sponsors"
STATUS: Final[str] = "https://w3id.org/shanhai/ontology#status"
STATUS_RECORD_PROPERTY: Final[str] = "https://w3id.org/shanhai/ontology#statusRecord"
SUBJECT: Final[str] = "https://w3id.org/shanhai/ontology#subject"
SUCCESSOR: Final[str] = "https://w3id.org/shanhai/ontology#successor"
SUPPLIES: Final[str] = "https://w3id.org/shanhai/ontology#supplies"
SUPPORTED_BY: Final[str] = "https://w3id.org/shanhai/ontology#supportedBy"
THROUGH: Final[str] = "https://w3id.org/shanhai/ontology#through"
TRAINS: Final[str] = "https://w3id.org/shanhai/ontology#trains"
UNIT: Final[str] = "https://w3id.org/shanhai/ontology#unit"

# Datatype properties
ADDRESS: Final[str] = "https://w3id.org/shanhai/ontology#address"
AUTHOR: Final[str] = "https://w3id.org/shanhai/ontology#author"
BASIS: Final[str] = "https://w3id.org/shanhai/ontology#basis"
BREAKDOWN: Final[str] = "https://w3id.org/shanhai/ontology#breakdown"
BREAKDOWN_KIND: Final[str] = "https://w3id.org/shanhai/ontology#breakdownKind"
CHARACTERISTIC: Final[str] = "https://w3id.org/shanhai/ontology#characteristic"
CHAR_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#charCount"
CODE: Final[str] = "https://w3id.org/shanhai/ontology#code"
CONFIDENCE: Final[str] = "https://w3id.org/shanhai/ontology#confidence"
EARLIEST: Final[str] = "https://w3id.org/shanhai/ontology#earliest"
END: Final[str] = "https://w3id.org/shanhai/ontology#end"
ENGLISH_IS_OURS: Final[str] = "https://w3id.org/shanhai/ontology#englishIsOurs"
EVIDENCE_CLASS: Final[str] = "https://w3id.org/shanhai/ontology#evidenceClass"
FILE_SHA256: Final[str] = "https://w3id.org/shanhai/ontology#fileSha256"
FOLD: Final[str] = "https://w3id.org/shanhai/ontology#fold"
INDICATOR: Final[str] = "https://w3id.org/shanhai/ontology#indicator"
LATEST: Final[str] = "https://w3id.org/shanhai/ontology#latest"
NAMED: Final[str] = "https://w3id.org/shanhai/ontology#named"
OPERATING_MODEL: Final[str] = "https://w3id.org/shanhai/ontology#operatingModel"
ORDER: Final[str] = "https://w3id.org/shanhai/ontology#order"
OUTCOME: Final[str] = "https://w3id.org/shanhai/ontology#outcome"
PAGE: Final[str] = "https://w3id.org/shanhai/ontology#page"
PARAGRAPH: Final[str] = "https://w3id.org/shanhai/ontology#paragraph"
PINYIN: Final[str] = "https://w3id.org/shanhai/ontology#pinyin"
POINT_ORIGIN: Final[str] = "https://w3id.org/shanhai/ontology#pointOrigin"
POINT_PRECISION: Final[str] = "https://w3id.org/shanhai/ontology#pointPrecision"
POSITIONING: Final[str] = "https://w3id.org/shanhai/ontology#positioning"
PURPOSE: Final[str] = "https://w3id.org/shanhai/ontology#purpose"
READING: Final[str] = "https://w3id.org/shanhai/ontology#reading"
READING_REASON: Final[str] = "https://w3id.org/shanhai/ontology#readingReason"
SECTION: Final[str] = "https://w3id.org/shanhai/ontology#section"
SHA256: Final[str] = "https://w3id.org/shanhai/ontology#sha256"
SHARE_OF: Final[str] = "https://w3id.org/shanhai/ontology#shareOf"
START: Final[str] = "https://w3id.org/shanhai/ontology#start"
STATED_AS: Final[str] = "https://w3id.org/shanhai/ontology#statedAs"
TEXT: Final[str] = "https://w3id.org/shanhai/ontology#text"
TIME_TEXT: Final[str] = "https://w3id.org/shanhai/ontology#timeText"
VALID_FROM: Final[str] = "https://w3id.org/shanhai/ontology#validFrom"
VALID_TO: Final[str] = "https://w3id.org/shanhai/ontology#validTo"
VALUE: Final[str] = "https://w3id.org/shanhai/ontology#value"

# Concept schemes
ACCUMULATION_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#AccumulationScheme"
BOUND_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#BoundScheme"
FIELD_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#FieldScheme"
FORMALITY_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#FormalityScheme"
LEVEL_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#LevelScheme"
MEASURE_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#MeasureScheme"
NATURE_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#NatureScheme"
OUTLET_KIND_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#OutletKindScheme"
OUTLET_LEVEL_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#OutletLevelScheme"
PRECISION_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#PrecisionScheme"
ROLE_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#RoleScheme"
STATUS_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#StatusScheme"
UNIT_SCHEME: Final[str] = "https://w3id.org/shanhai/ontology#UnitScheme"

# Concepts
ACCUMULATION_FLOW: Final[str] = "https://w3id.org/shanhai/ontology#accumulation-flow"
ACCUMULATION_RANK: Final[str] = "https://w3id.org/shanhai/ontology#accumulation-rank"
ACCUMULATION_RATE: Final[str] = "https://w3id.org/shanhai/ontology#accumulation-rate"
ACCUMULATION_STOCK: Final[str] = "https://w3id.org/shanhai/ontology#accumulation-stock"
BOUND_ABOUT: Final[str] = "https://w3id.org/shanhai/ontology#bound-about"
BOUND_EXACT: Final[str] = "https://w3id.org/shanhai/ontology#bound-exact"
BOUND_OVER: Final[str] = "https://w3id.org/shanhai/ontology#bound-over"
BOUND_UNDER: Final[str] = "https://w3id.org/shanhai/ontology#bound-under"
FIELD_AGRICULTURE: Final[str] = "https://w3id.org/shanhai/ontology#field-agriculture"
FIELD_COMPREHENSIVE: Final[str] = "https://w3id.org/shanhai/ontology#field-comprehensive"
FIELD_CULTURE: Final[str] = "https://w3id.org/shanhai/ontology#field-culture"
FIELD_ECOLOGY: Final[str] = "https://w3id.org/shanhai/ontology#field-ecology"
FIELD_EDUCATION: Final[str] = "https://w3id.org/shanhai/ontology#field-education"
FIELD_GOVERNMENT: Final[str] = "https://w3id.org/shanhai/ontology#field-government"
FIELD_HEALTH: Final[str] = "https://w3id.org/shanhai/ontology#field-health"
FIELD_INDUSTRY: Final[str] = "https://w3id.org/shanhai/ontology#field-industry"
FIELD_INNOVATION: Final[str] = "https://w3id.org/shanhai/ontology#field-innovation"
FIELD_TALENT: Final[str] = "https://w3id.org/shanhai/ontology#field-talent"
FIELD_TOURISM: Final[str] = "https://w3id.org/shanhai/ontology#field-tourism"
FIELD_TRADE: Final[str] = "https://w3id.org/shanhai/ontology#field-trade"
FIELD_TRANSPORT: Final[str] = "https://w3id.org/shanhai/ontology#field-transport"
FORMALITY_EXCHANGE: Final[str] = "https://w3id.org/shanhai/ontology#formality-exchange"
FORMALITY_INTENT: Final[str] = "https://w3id.org/shanhai/ontology#formality-intent"
FORMALITY_JOINT_PLATFORM: Final[str] = "https://w3id.org/shanhai/ontology#formality-jointPlatform"
FORMALITY_MARKET_TIE: Final[str] = "https://w3id.org/shanhai/ontology#formality-marketTie"
FORMALITY_PROJECT: Final[str] = "https://w3id.org/shanhai/ontology#formality-project"
FORMALITY_SIGNED_AGREEMENT: Final[str] = (
    "https://w3id.org/shanhai/ontology#formality-signedAgreement"
)
FORMALITY_SUPPORT: Final[str] = "https://w3id.org/shanhai/ontology#formality-support"
FORMALITY_VISIT: Final[str] = "https://w3id.org/shanhai/ontology#formality-visit"
LEVEL_BODY: Final[str] = "https://w3id.org/shanhai/ontology#level-body"
LEVEL_CITY: Final[str] = "https://w3id.org/shanhai/ontology#level-city"
LEVEL_COUNTY: Final[str] = "https://w3id.org/shanhai/ontology#level-county"
LEVEL_INTERNATIONAL: Final[str] = "https://w3id.org/shanhai/ontology#level-international"
LEVEL_MIXED: Final[str] = "https://w3id.org/shanhai/ontology#level-mixed"
LEVEL_NATIONAL: Final[str] = "https://w3id.org/shanhai/ontology#level-national"
LEVEL_PROVINCE: Final[str] = "https://w3id.org/shanhai/ontology#level-province"
LEVEL_TOWNSHIP: Final[str] = "https://w3id.org/shanhai/ontology#level-township"
MEASURE_AGREEMENT_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-agreementCount"
MEASURE_AREA: Final[str] = "https://w3id.org/shanhai/ontology#measure-area"
MEASURE_BENEFIT: Final[str] = "https://w3id.org/shanhai/ontology#measure-benefit"
MEASURE_CASE_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-caseCount"
MEASURE_COMPANY_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-companyCount"
MEASURE_EQUIPMENT_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-equipmentCount"
MEASURE_GROSS_DOMESTIC_PRODUCT: Final[str] = (
    "https://w3id.org/shanhai/ontology#measure-grossDomesticProduct"
)
MEASURE_GROWTH_RATE: Final[str] = "https://w3id.org/shanhai/ontology#measure-growthRate"
MEASURE_HEADCOUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-headcount"
MEASURE_INCOME: Final[str] = "https://w3id.org/shanhai/ontology#measure-income"
MEASURE_INVESTMENT: Final[str] = "https://w3id.org/shanhai/ontology#measure-investment"
MEASURE_MEASURE_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-measureCount"
MEASURE_OUTPUT_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-outputCount"
MEASURE_OUTPUT_VALUE: Final[str] = "https://w3id.org/shanhai/ontology#measure-outputValue"
MEASURE_PARTICIPANT_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-participantCount"
MEASURE_PLACE_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-placeCount"
MEASURE_PLATFORM_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-platformCount"
MEASURE_POPULATION: Final[str] = "https://w3id.org/shanhai/ontology#measure-population"
MEASURE_PROBLEM_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-problemCount"
MEASURE_PRODUCTION_VOLUME: Final[str] = "https://w3id.org/shanhai/ontology#measure-productionVolume"
MEASURE_PROJECT_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-projectCount"
MEASURE_RANK: Final[str] = "https://w3id.org/shanhai/ontology#measure-rank"
MEASURE_SHARE: Final[str] = "https://w3id.org/shanhai/ontology#measure-share"
MEASURE_TALENT_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#measure-talentCount"
MEASURE_TRAVEL_TIME: Final[str] = "https://w3id.org/shanhai/ontology#measure-travelTime"
MEASURE_VISITORS: Final[str] = "https://w3id.org/shanhai/ontology#measure-visitors"
MEASURE_YEARS_RUNNING: Final[str] = "https://w3id.org/shanhai/ontology#measure-yearsRunning"
NATURE_ACTUAL: Final[str] = "https://w3id.org/shanhai/ontology#nature-actual"
NATURE_ARRIVED: Final[str] = "https://w3id.org/shanhai/ontology#nature-arrived"
NATURE_CONTRACTED: Final[str] = "https://w3id.org/shanhai/ontology#nature-contracted"
NATURE_ESTIMATE: Final[str] = "https://w3id.org/shanhai/ontology#nature-estimate"
NATURE_PLANNED: Final[str] = "https://w3id.org/shanhai/ontology#nature-planned"
OUTLET_KIND_ACADEMIC: Final[str] = "https://w3id.org/shanhai/ontology#outletKind-academic"
OUTLET_KIND_BROADCASTER: Final[str] = "https://w3id.org/shanhai/ontology#outletKind-broadcaster"
OUTLET_KIND_COMPANY: Final[str] = "https://w3id.org/shanhai/ontology#outletKind-company"
OUTLET_KIND_GOVERNMENT_SITE: Final[str] = (
    "https://w3id.org/shanhai/ontology#outletKind-governmentSite"
)
OUTLET_KIND_NEWSPAPER: Final[str] = "https://w3id.org/shanhai/ontology#outletKind-newspaper"
OUTLET_KIND_NEWS_AGENCY: Final[str] = "https://w3id.org/shanhai/ontology#outletKind-newsAgency"
OUTLET_KIND_SOCIAL_MEDIA: Final[str] = "https://w3id.org/shanhai/ontology#outletKind-socialMedia"
OUTLET_KIND_UNKNOWN: Final[str] = "https://w3id.org/shanhai/ontology#outletKind-unknown"
OUTLET_KIND_WEBSITE: Final[str] = "https://w3id.org/shanhai/ontology#outletKind-website"
OUTLET_LEVEL_CENTRAL: Final[str] = "https://w3id.org/shanhai/ontology#outletLevel-central"
OUTLET_LEVEL_CITY: Final[str] = "https://w3id.org/shanhai/ontology#outletLevel-city"
OUTLET_LEVEL_COMPANY: Final[str] = "https://w3id.org/shanhai/ontology#outletLevel-company"
OUTLET_LEVEL_COUNTY: Final[str] = "https://w3id.org/shanhai/ontology#outletLevel-county"
OUTLET_LEVEL_PROVINCIAL: Final[str] = "https://w3id.org/shanhai/ontology#outletLevel-provincial"
OUTLET_LEVEL_UNKNOWN: Final[str] = "https://w3id.org/shanhai/ontology#outletLevel-unknown"
PRECISION_ABOUT: Final[str] = "https://w3id.org/shanhai/ontology#precision-about"
PRECISION_DAY: Final[str] = "https://w3id.org/shanhai/ontology#precision-day"
PRECISION_MONTH: Final[str] = "https://w3id.org/shanhai/ontology#precision-month"
PRECISION_OPEN: Final[str] = "https://w3id.org/shanhai/ontology#precision-open"
PRECISION_QUARTER: Final[str] = "https://w3id.org/shanhai/ontology#precision-quarter"
PRECISION_RANGE: Final[str] = "https://w3id.org/shanhai/ontology#precision-range"
PRECISION_UNKNOWN: Final[str] = "https://w3id.org/shanhai/ontology#precision-unknown"
PRECISION_YEAR: Final[str] = "https://w3id.org/shanhai/ontology#precision-year"
ROLE_BUYER: Final[str] = "https://w3id.org/shanhai/ontology#role-buyer"
ROLE_FOUNDER: Final[str] = "https://w3id.org/shanhai/ontology#role-founder"
ROLE_HOST: Final[str] = "https://w3id.org/shanhai/ontology#role-host"
ROLE_INTERMEDIARY: Final[str] = "https://w3id.org/shanhai/ontology#role-intermediary"
ROLE_INVESTOR: Final[str] = "https://w3id.org/shanhai/ontology#role-investor"
ROLE_OPERATOR: Final[str] = "https://w3id.org/shanhai/ontology#role-operator"
ROLE_ORGANISER: Final[str] = "https://w3id.org/shanhai/ontology#role-organiser"
ROLE_PARTICIPANT: Final[str] = "https://w3id.org/shanhai/ontology#role-participant"
ROLE_PARTNER: Final[str] = "https://w3id.org/shanhai/ontology#role-partner"
ROLE_PARTY: Final[str] = "https://w3id.org/shanhai/ontology#role-party"
ROLE_RECIPIENT: Final[str] = "https://w3id.org/shanhai/ontology#role-recipient"
ROLE_SIGNATORY: Final[str] = "https://w3id.org/shanhai/ontology#role-signatory"
ROLE_SPONSOR: Final[str] = "https://w3id.org/shanhai/ontology#role-sponsor"
ROLE_SUPPLIER: Final[str] = "https://w3id.org/shanhai/ontology#role-supplier"
ROLE_SUPPORTED: Final[str] = "https://w3id.org/shanhai/ontology#role-supported"
ROLE_SUPPORTER: Final[str] = "https://w3id.org/shanhai/ontology#role-supporter"
ROLE_TRAINEE: Final[str] = "https://w3id.org/shanhai/ontology#role-trainee"
ROLE_TRAINER: Final[str] = "https://w3id.org/shanhai/ontology#role-trainer"
ROLE_VISITOR: Final[str] = "https://w3id.org/shanhai/ontology#role-visitor"
STATUS_COMPLETED: Final[str] = "https://w3id.org/shanhai/ontology#status-completed"
STATUS_ENDED: Final[str] = "https://w3id.org/shanhai/ontology#status-ended"
STATUS_INTENDED: Final[str] = "https://w3id.org/shanhai/ontology#status-intended"
STATUS_OPERATING: Final[str] = "https://w3id.org/shanhai/ontology#status-operating"
STATUS_PLANNED: Final[str] = "https://w3id.org/shanhai/ontology#status-planned"
STATUS_SIGNED: Final[str] = "https://w3id.org/shanhai/ontology#status-signed"
STATUS_STARTED: Final[str] = "https://w3id.org/shanhai/ontology#status-started"
STATUS_SUSPENDED: Final[str] = "https://w3id.org/shanhai/ontology#status-suspended"
UNIT_CASE: Final[str] = "https://w3id.org/shanhai/ontology#unit-case"
UNIT_COMPANY: Final[str] = "https://w3id.org/shanhai/ontology#unit-company"
UNIT_COUNT: Final[str] = "https://w3id.org/shanhai/ontology#unit-count"
UNIT_DAY: Final[str] = "https://w3id.org/shanhai/ontology#unit-day"
UNIT_EDITION: Final[str] = "https://w3id.org/shanhai/ontology#unit-edition"
UNIT_HECTARE: Final[str] = "https://w3id.org/shanhai/ontology#unit-hectare"
UNIT_HOUR: Final[str] = "https://w3id.org/shanhai/ontology#unit-hour"
UNIT_HOUSEHOLD: Final[str] = "https://w3id.org/shanhai/ontology#unit-household"
UNIT_ITEM: Final[str] = "https://w3id.org/shanhai/ontology#unit-item"
UNIT_KILOMETRE: Final[str] = "https://w3id.org/shanhai/ontology#unit-kilometre"
UNIT_LINE: Final[str] = "https://w3id.org/shanhai/ontology#unit-line"
UNIT_MONTH: Final[str] = "https://w3id.org/shanhai/ontology#unit-month"
UNIT_MU: Final[str] = "https://w3id.org/shanhai/ontology#unit-mu"
UNIT_PERCENT: Final[str] = "https://w3id.org/shanhai/ontology#unit-percent"
UNIT_PERSON: Final[str] = "https://w3id.org/shanhai/ontology#unit-person"
UNIT_PERSON_TIME: Final[str] = "https://w3id.org/shanhai/ontology#unit-personTime"
UNIT_PLACE: Final[str] = "https://w3id.org/shanhai/ontology#unit-place"
UNIT_POSITION: Final[str] = "https://w3id.org/shanhai/ontology#unit-position"
UNIT_RANK: Final[str] = "https://w3id.org/shanhai/ontology#unit-rank"
UNIT_SCHOOL: Final[str] = "https://w3id.org/shanhai/ontology#unit-school"
UNIT_SET: Final[str] = "https://w3id.org/shanhai/ontology#unit-set"
UNIT_SLICE: Final[str] = "https://w3id.org/shanhai/ontology#unit-slice"
UNIT_SQUARE_KILOMETRE: Final[str] = "https://w3id.org/shanhai/ontology#unit-squareKilometre"
UNIT_TIME: Final[str] = "https://w3id.org/shanhai/ontology#unit-time"
UNIT_TONNE: Final[str] = "https://w3id.org/shanhai/ontology#unit-tonne"
UNIT_YEAR: Final[str] = "https://w3id.org/shanhai/ontology#unit-year"
UNIT_YUAN: Final[str] = "https://w3id.org/shanhai/ontology#unit-yuan"

# The structure of observations
COMPONENT_ACCUMULATION: Final[str] = "https://w3id.org/shanhai/ontology#component-accumulation"
COMPONENT_BASIS: Final[str] = "https://w3id.org/shanhai/ontology#component-basis"
COMPONENT_BASIS_CONCEPT: Final[str] = "https://w3id.org/shanhai/ontology#component-basisConcept"
COMPONENT_BOUND: Final[str] = "https://w3id.org/shanhai/ontology#component-bound"
COMPONENT_BREAKDOWN: Final[str] = "https://w3id.org/shanhai/ontology#component-breakdown"
COMPONENT_BREAKDOWN_CONCEPT: Final[str] = (
    "https://w3id.org/shanhai/ontology#component-breakdownConcept"
)
COMPONENT_BREAKDOWN_ENTITY: Final[str] = (
    "https://w3id.org/shanhai/ontology#component-breakdownEntity"
)
COMPONENT_BREAKDOWN_KIND: Final[str] = "https://w3id.org/shanhai/ontology#component-breakdownKind"
COMPONENT_EARLIEST: Final[str] = "https://w3id.org/shanhai/ontology#component-earliest"
COMPONENT_INDICATOR: Final[str] = "https://w3id.org/shanhai/ontology#component-indicator"
COMPONENT_INDICATOR_CONCEPT: Final[str] = (
    "https://w3id.org/shanhai/ontology#component-indicatorConcept"
)
COMPONENT_LATEST: Final[str] = "https://w3id.org/shanhai/ontology#component-latest"
COMPONENT_MEASURE: Final[str] = "https://w3id.org/shanhai/ontology#component-measure"
COMPONENT_NATURE: Final[str] = "https://w3id.org/shanhai/ontology#component-nature"
COMPONENT_OF_COOPERATION: Final[str] = "https://w3id.org/shanhai/ontology#component-ofCooperation"
COMPONENT_PRECISION: Final[str] = "https://w3id.org/shanhai/ontology#component-precision"
COMPONENT_READING: Final[str] = "https://w3id.org/shanhai/ontology#component-reading"
COMPONENT_REF_PERIOD: Final[str] = "https://w3id.org/shanhai/ontology#component-refPeriod"
COMPONENT_SHARE_CONCEPT: Final[str] = "https://w3id.org/shanhai/ontology#component-shareConcept"
COMPONENT_SHARE_OF: Final[str] = "https://w3id.org/shanhai/ontology#component-shareOf"
COMPONENT_SHARE_OF_ENTITY: Final[str] = "https://w3id.org/shanhai/ontology#component-shareOfEntity"
COMPONENT_SUBJECT: Final[str] = "https://w3id.org/shanhai/ontology#component-subject"
COMPONENT_TIME_TEXT: Final[str] = "https://w3id.org/shanhai/ontology#component-timeText"
COMPONENT_UNIT: Final[str] = "https://w3id.org/shanhai/ontology#component-unit"
COMPONENT_VALUE: Final[str] = "https://w3id.org/shanhai/ontology#component-value"
OBSERVATION_STRUCTURE: Final[str] = "https://w3id.org/shanhai/ontology#ObservationStructure"

# Local names
CLASSES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "AdministrativeRegion": ("Region", "Entity"),
        "Agreement": ("Policy", "Entity"),
        "Association": ("Body", "Entity"),
        "Base": ("Platform", "Entity"),
        "Body": ("Entity",),
        "Claim": (),
        "Company": ("Body", "Entity"),
        "Cooperation": ("Claim",),
        "Country": ("AdministrativeRegion", "Region", "Entity"),
        "County": ("AdministrativeRegion", "Region", "Entity"),
        "EducationCommunity": ("Platform", "Entity"),
        "Enclave": ("Platform", "Entity"),
        "Entity": (),
        "Event": ("Entity",),
        "Evidence": (),
        "GovernmentBody": ("Body", "Entity"),
        "Honour": ("Policy", "Entity"),
        "Hospital": ("Body", "Entity"),
        "Incubator": ("Platform", "Entity"),
        "InnovationCentre": ("Platform", "Entity"),
        "Judgement": (),
        "MacroRegion": ("Region", "Entity"),
        "NamedList": ("Policy", "Entity"),
        "Observation": ("Claim",),
        "Outlet": (),
        "Park": ("Platform", "Entity"),
        "Participation": (),
        "Passage": (),
        "Person": ("Entity",),
        "Place": ("Entity",),
        "Plan": ("Policy", "Entity"),
        "Platform": ("Entity",),
        "Policy": ("Entity",),
        "Prefecture": ("AdministrativeRegion", "Region", "Entity"),
        "Product": ("Entity",),
        "Project": ("Entity",),
        "Projection": (),
        "PromotionCentre": ("Platform", "Entity"),
        "Province": ("AdministrativeRegion", "Region", "Entity"),
        "Region": ("Entity",),
        "RelationClaim": ("Claim",),
        "ResearchInstitute": ("Body", "Entity"),
        "School": ("Body", "Entity"),
        "ServicePlatform": ("Platform", "Entity"),
        "Source": (),
        "StatusRecord": (),
        "Strategy": ("Policy", "Entity"),
        "Studio": ("Platform", "Entity"),
        "Team": ("Body", "Entity"),
        "Township": ("AdministrativeRegion", "Region", "Entity"),
        "TransportLine": ("Entity",),
        "University": ("Body", "Entity"),
        "Workstation": ("Platform", "Entity"),
    }
)
"""Class to its superclasses of this ontology, nearest first."""
OBJECT_PROPERTIES: Final[tuple[str, ...]] = (
    "accumulation",
    "alignsWith",
    "appliesTo",
    "attains",
    "attracts",
    "basisConcept",
    "bound",
    "breakdownConcept",
    "breakdownEntity",
    "concerns",
    "connects",
    "cooperatesWith",
    "establishes",
    "evidence",
    "field",
    "formality",
    "graduatedFrom",
    "guidedBy",
    "hasParty",
    "honouredWith",
    "hosts",
    "implements",
    "indicatorConcept",
    "invests",
    "level",
    "locatedIn",
    "measure",
    "memberOf",
    "mentions",
    "namedAfter",
    "nature",
    "object",
    "ofCooperation",
    "ofSource",
    "operates",
    "outlet",
    "outletKind",
    "outletLevel",
    "parent",
    "partOf",
    "participatesIn",
    "participation",
    "partnerInProject",
    "party",
    "pointLicence",
    "precision",
    "predecessor",
    "predicate",
    "produces",
    "receivesSpilloverFrom",
    "refPeriod",
    "relatedTo",
    "role",
    "shareConcept",
    "shareOfEntity",
    "signsAgreementWith",
    "sponsors",
    "status",
    "statusRecord",
    "subject",
    "successor",
    "supplies",
    "supportedBy",
    "through",
    "trains",
    "unit",
)
DATATYPE_PROPERTIES: Final[tuple[str, ...]] = (
    "address",
    "author",
    "basis",
    "breakdown",
    "breakdownKind",
    "charCount",
    "characteristic",
    "code",
    "confidence",
    "earliest",
    "end",
    "englishIsOurs",
    "evidenceClass",
    "fileSha256",
    "fold",
    "indicator",
    "latest",
    "named",
    "operatingModel",
    "order",
    "outcome",
    "page",
    "paragraph",
    "pinyin",
    "pointOrigin",
    "pointPrecision",
    "positioning",
    "purpose",
    "reading",
    "readingReason",
    "section",
    "sha256",
    "shareOf",
    "start",
    "statedAs",
    "text",
    "timeText",
    "validFrom",
    "validTo",
    "value",
)
SYMMETRIC: Final[tuple[str, ...]] = (
    "cooperatesWith",
    "partnerInProject",
    "signsAgreementWith",
)
RELATIONS: Final[tuple[str, ...]] = (
    "alignsWith",
    "appliesTo",
    "attains",
    "attracts",
    "connects",
    "cooperatesWith",
    "establishes",
    "graduatedFrom",
    "guidedBy",
    "honouredWith",
    "hosts",
    "implements",
    "invests",
    "locatedIn",
    "memberOf",
    "namedAfter",
    "operates",
    "partOf",
    "participatesIn",
    "partnerInProject",
    "produces",
    "receivesSpilloverFrom",
    "signsAgreementWith",
    "sponsors",
    "supplies",
    "supportedBy",
    "trains",
)
"""Predicates of a relation claim that has an object."""
STATEMENTS: Final[tuple[str, ...]] = (
    "characteristic",
    "operatingModel",
    "outcome",
    "positioning",
    "purpose",
)
"""Predicates of a relation claim that has a text."""
DOMAINS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "accumulation": ("Observation",),
        "address": ("Entity",),
        "alignsWith": ("Entity",),
        "appliesTo": ("Policy",),
        "attains": ("Entity",),
        "attracts": ("Entity",),
        "author": ("Source",),
        "basis": ("Observation",),
        "basisConcept": ("Observation",),
        "bound": ("Observation",),
        "breakdown": ("Observation",),
        "breakdownConcept": ("Observation",),
        "breakdownEntity": ("Observation",),
        "breakdownKind": ("Observation",),
        "charCount": ("Source",),
        "characteristic": ("Entity",),
        "code": ("AdministrativeRegion",),
        "concerns": ("Cooperation",),
        "confidence": ("Claim",),
        "connects": ("Entity",),
        "cooperatesWith": ("Entity",),
        "end": ("Evidence",),
        "englishIsOurs": ("Entity",),
        "establishes": ("Entity",),
        "evidenceClass": ("Evidence",),
        "field": ("Claim",),
        "fileSha256": ("Source",),
        "fold": ("Evidence",),
        "formality": ("Cooperation",),
        "graduatedFrom": ("Entity",),
        "guidedBy": ("Entity",),
        "hasParty": ("Cooperation",),
        "honouredWith": ("Entity",),
        "hosts": ("Entity",),
        "implements": ("Entity",),
        "indicator": ("Observation",),
        "indicatorConcept": ("Observation",),
        "invests": ("Entity",),
        "level": ("Cooperation",),
        "locatedIn": ("Entity",),
        "measure": ("Observation",),
        "memberOf": ("Entity",),
        "mentions": ("Claim",),
        "named": ("Entity",),
        "namedAfter": ("Entity",),
        "nature": ("Observation",),
        "object": ("RelationClaim",),
        "ofCooperation": ("Observation",),
        "ofSource": ("Evidence",),
        "operates": ("Entity",),
        "operatingModel": ("Entity",),
        "outcome": ("Entity",),
        "outlet": ("Source",),
        "outletKind": ("Outlet",),
        "outletLevel": ("Outlet",),
        "paragraph": ("Evidence",),
        "parent": ("Region",),
        "partOf": ("Entity",),
        "participatesIn": ("Entity",),
        "participation": ("Cooperation",),
        "partnerInProject": ("Entity",),
        "party": ("Participation",),
        "pinyin": ("Entity",),
        "pointLicence": ("Entity",),
        "pointOrigin": ("Entity",),
        "pointPrecision": ("Entity",),
        "positioning": ("Entity",),
        "predecessor": ("Region",),
        "predicate": ("RelationClaim",),
        "produces": ("Entity",),
        "purpose": ("Entity",),
        "reading": ("Claim",),
        "receivesSpilloverFrom": ("Region",),
        "refPeriod": ("Observation",),
        "relatedTo": ("Entity",),
        "role": ("Participation",),
        "section": ("Evidence",),
        "sha256": ("Evidence",),
        "shareConcept": ("Observation",),
        "shareOf": ("Observation",),
        "shareOfEntity": ("Observation",),
        "signsAgreementWith": ("Entity",),
        "sponsors": ("Entity",),
        "start": ("Evidence",),
        "statedAs": ("Entity",),
        "statusRecord": ("Cooperation",),
        "subject": ("Claim",),
        "successor": ("Region",),
        "supplies": ("Entity",),
        "supportedBy": ("Entity",),
        "text": ("RelationClaim",),
        "through": ("Participation",),
        "trains": ("Entity",),
        "unit": ("Observation",),
        "validFrom": ("Entity",),
        "validTo": ("Entity",),
        "value": ("Observation",),
    }
)
"""Property to the class of its subjects."""
RANGES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "accumulation": ("skos:Concept",),
        "address": ("rdf:langString",),
        "alignsWith": ("Entity",),
        "appliesTo": ("Region",),
        "attains": ("Policy",),
        "attracts": ("Entity",),
        "author": ("xsd:string",),
        "basis": ("rdf:langString",),
        "basisConcept": ("owl:Thing",),
        "bound": ("skos:Concept",),
        "breakdown": ("rdf:langString",),
        "breakdownConcept": ("owl:Thing",),
        "breakdownEntity": ("Entity",),
        "breakdownKind": ("xsd:string",),
        "charCount": ("xsd:integer",),
        "characteristic": ("rdf:langString",),
        "code": ("xsd:string",),
        "concerns": ("Entity",),
        "confidence": ("xsd:string",),
        "connects": ("Entity",),
        "cooperatesWith": ("Entity",),
        "earliest": ("xsd:date",),
        "end": ("xsd:integer",),
        "englishIsOurs": ("xsd:boolean",),
        "establishes": ("Entity",),
        "evidence": ("Evidence",),
        "evidenceClass": ("xsd:string",),
        "field": ("skos:Concept",),
        "fileSha256": ("xsd:string",),
        "fold": ("xsd:string",),
        "formality": ("skos:Concept",),
        "graduatedFrom": ("Body",),
        "guidedBy": ("Policy",),
        "hasParty": ("Entity",),
        "honouredWith": ("Policy",),
        "hosts": ("Entity",),
        "implements": ("Entity",),
        "indicator": ("rdf:langString",),
        "indicatorConcept": ("owl:Thing",),
        "invests": ("Entity",),
        "latest": ("xsd:date",),
        "level": ("skos:Concept",),
        "locatedIn": ("Entity",),
        "measure": ("skos:Concept",),
        "memberOf": ("Entity",),
        "mentions": ("Entity",),
        "named": ("xsd:boolean",),
        "namedAfter": ("Entity",),
        "nature": ("skos:Concept",),
        "object": ("Entity",),
        "ofCooperation": ("Cooperation",),
        "ofSource": ("Source",),
        "operates": ("Entity",),
        "operatingModel": ("rdf:langString",),
        "order": ("xsd:integer",),
        "outcome": ("rdf:langString",),
        "outlet": ("Outlet",),
        "outletKind": ("skos:Concept",),
        "outletLevel": ("skos:Concept",),
        "page": ("xsd:string",),
        "paragraph": ("xsd:integer",),
        "parent": ("Region",),
        "partOf": ("Entity",),
        "participatesIn": ("Entity",),
        "participation": ("Participation",),
        "partnerInProject": ("Entity",),
        "party": ("Entity",),
        "pinyin": ("xsd:string",),
        "pointOrigin": ("xsd:string",),
        "pointPrecision": ("xsd:string",),
        "positioning": ("rdf:langString",),
        "precision": ("skos:Concept",),
        "predecessor": ("Region",),
        "produces": ("Product",),
        "purpose": ("rdf:langString",),
        "reading": ("xsd:string",),
        "readingReason": ("rdf:langString",),
        "receivesSpilloverFrom": ("Region",),
        "refPeriod": ("time:Interval",),
        "relatedTo": ("Entity",),
        "role": ("skos:Concept",),
        "section": ("xsd:integer",),
        "sha256": ("xsd:string",),
        "shareConcept": ("owl:Thing",),
        "shareOf": ("rdf:langString",),
        "shareOfEntity": ("Entity",),
        "signsAgreementWith": ("Entity",),
        "sponsors": ("Entity",),
        "start": ("xsd:integer",),
        "statedAs": ("rdf:langString",),
        "status": ("skos:Concept",),
        "statusRecord": ("StatusRecord",),
        "subject": ("Entity",),
        "successor": ("Region",),
        "supplies": ("Entity",),
        "supportedBy": ("Entity",),
        "text": ("rdf:langString",),
        "through": ("Entity",),
        "timeText": ("xsd:string",),
        "trains": ("Entity",),
        "unit": ("skos:Concept",),
        "validFrom": ("xsd:date",),
        "validTo": ("xsd:date",),
        "value": ("xsd:decimal",),
    }
)
"""Property to the class of its objects."""
CONCEPTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "accumulation": ("flow", "rank", "rate", "stock"),
        "bound": ("about", "exact", "over", "under"),
        "field": (
            "agriculture",
            "comprehensive",
            "culture",
            "ecology",
            "education",
            "government",
            "health",
            "industry",
            "innovation",
            "talent",
            "tourism",
            "trade",
            "transport",
        ),
        "formality": (
            "intent",
            "visit",
            "exchange",
            "support",
            "project",
            "jointPlatform",
            "signedAgreement",
            "marketTie",
        ),
        "level": (
            "international",
            "national",
            "province",
            "city",
            "county",
            "township",
            "body",
            "mixed",
        ),
        "measure": (
            "agreementCount",
            "area",
            "benefit",
            "caseCount",
            "companyCount",
            "equipmentCount",
            "grossDomesticProduct",
            "growthRate",
            "headcount",
            "income",
            "investment",
            "measureCount",
            "outputCount",
            "outputValue",
            "participantCount",
            "placeCount",
            "platformCount",
            "population",
            "problemCount",
            "productionVolume",
            "projectCount",
            "rank",
            "share",
            "talentCount",
            "travelTime",
            "visitors",
            "yearsRunning",
        ),
        "nature": ("actual", "arrived", "contracted", "estimate", "planned"),
        "outletKind": (
            "academic",
            "broadcaster",
            "company",
            "governmentSite",
            "newsAgency",
            "newspaper",
            "socialMedia",
            "unknown",
            "website",
        ),
        "outletLevel": ("central", "provincial", "city", "county", "company", "unknown"),
        "precision": ("day", "month", "quarter", "year", "about", "open", "range", "unknown"),
        "role": (
            "buyer",
            "founder",
            "host",
            "intermediary",
            "investor",
            "operator",
            "organiser",
            "participant",
            "partner",
            "party",
            "recipient",
            "signatory",
            "sponsor",
            "supplier",
            "supported",
            "supporter",
            "trainee",
            "trainer",
            "visitor",
        ),
        "status": (
            "intended",
            "planned",
            "signed",
            "started",
            "operating",
            "completed",
            "suspended",
            "ended",
        ),
        "unit": (
            "case",
            "company",
            "count",
            "day",
            "edition",
            "hectare",
            "hour",
            "household",
            "item",
            "kilometre",
            "line",
            "month",
            "mu",
            "percent",
            "person",
            "personTime",
            "place",
            "position",
            "rank",
            "school",
            "set",
            "slice",
            "squareKilometre",
            "time",
            "tonne",
            "year",
            "yuan",
        ),
    }
)
"""Scheme to the bare names of its concepts; ordered ones first, in their order."""
SCHEMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "accumulation": ACCUMULATION_SCHEME,
        "bound": BOUND_SCHEME,
        "field": FIELD_SCHEME,
        "formality": FORMALITY_SCHEME,
        "level": LEVEL_SCHEME,
        "measure": MEASURE_SCHEME,
        "nature": NATURE_SCHEME,
        "outletKind": OUTLET_KIND_SCHEME,
        "outletLevel": OUTLET_LEVEL_SCHEME,
        "precision": PRECISION_SCHEME,
        "role": ROLE_SCHEME,
        "status": STATUS_SCHEME,
        "unit": UNIT_SCHEME,
    }
)
"""Scheme to its full IRI."""

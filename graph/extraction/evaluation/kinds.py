"""Kinds of fact, as the figures are told apart by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .records import Fact, FactSet

_CLASSES: Final = {
    "instruments": "Treaty BilateralTreaty Agreement InternationalInstrument ExchangeOfNotes Law Decision DomesticInstrument ReferendumDecision Instrument",
    "signings": "SigningEvent Signature",
    "ratifications": "Ratification DomesticApproval EntryIntoForce",
    "endings": "Termination Expiry Extension Withdrawal Suspension Accession InstrumentEvent",
    "recognitions": "RecognitionAct SeparationDeclaration IndependenceQuest StateDissolution",
    "relations": "DiplomaticRelation NotesExchange InternationalMembership MembershipApplication",
    "offices": "Office HeadOfStateOffice MinisterOffice SpeakerOffice MilitaryPost Tenure",
    "terms": "TermClause ExtensionOption",
    "obligations": "Provision ConstitutiveRule SafeguardClause NormativePosition Duty Prohibition ClaimRight Liberty Power Liability Immunity Disability NoRight Condition NormException",
    "statements": "SpeechAct Claim Evaluation Accusation Prediction Warning Commitment IntentionStatement HopeStatement Endorsement",
    "visits": "OfficialVisit Invitation",
    "forces": "MilitaryFormation ArmedForces MilitaryUnit JointForce MilitaryBase CommandBody CommandArrangement ForceTask",
    "referendums": "Referendum",
    "conflicts": "ArmedConflict War ConflictSide",
    "events": "SeveranceOfRelations ResumptionOfRelations RecognitionWithdrawal MembershipWithdrawal Event",
    "dates": "DateExpression",
    "names": "Agent Person Polity FormerState State Organization InternationalOrganization GovernmentBody DiplomaticMission NewsAgency SourceGroup PersonCategory Nationality Place City Region NameForm Article",
}
_KIND_OF_CLASS: Final = {name: kind for kind, names in _CLASSES.items() for name in names.split()}
_KIND_OF_PREDICATE: Final = {
    "attestedAt": "offices",
    "signatory": "signings",
    "hasDiplomaticRelationsWith": "relations",
    "componentOf": "forces",
    "plannedComponentOf": "forces",
    "operator": "forces",
    "hostPolity": "forces",
    "headline": "names",
    "dateline": "names",
}
KINDS: Final = (*_CLASSES, "other")
BROADER: Final = {
    **dict.fromkeys(("Withdrawal", "Suspension", "Accession"), "InstrumentEvent"),
    **dict.fromkeys(
        ("SeveranceOfRelations", "ResumptionOfRelations", "RecognitionWithdrawal", "MembershipWithdrawal"), "Event"
    ),
}
"""Classes that older codings had to say by a broader one; proposed, they count for it."""


def kind_of_node(node: str, facts: FactSet) -> str:
    """Tell the kind of an individual by its classes; the most telling where it has several."""
    kinds = {_KIND_OF_CLASS.get(name, "other") for name in facts.types.get(node, ())}
    return min(kinds, key=KINDS.index) if kinds else "other"


def kind_of(fact: Fact, facts: FactSet) -> str:
    """Tell the kind of a fact: by its predicate, else by its subject; a provision belongs where the provision does."""
    if fact.predicate in _KIND_OF_PREDICATE:
        return _KIND_OF_PREDICATE[fact.predicate]
    if fact.predicate in ("hasProvision", "affects"):
        return kind_of_node(fact.object if fact.predicate == "hasProvision" else fact.subject, facts)
    return kind_of_node(fact.subject, facts)

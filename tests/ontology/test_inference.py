"""The axioms derive what is meant by them, and no more, under owlrl."""

from typing import Final

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from .reasoning import closed, complaints
from .vocabulary import MITHAQ

DERIVED: Final = {
    "a printed name is a label": (':x mithaq:name "روسيا"@ar', ':x rdfs:label "روسيا"@ar'),
    "an act of recognition recognizes": (
        ":act mithaq:recognizer :x ; mithaq:recognized :y",
        ":x mithaq:recognizes :y",
    ),
    "who is recognized is recognized by": (
        ":act mithaq:recognizer :x ; mithaq:recognized :y",
        ":y mithaq:recognizedBy :x",
    ),
    "a declaration separates": (
        ":act mithaq:declarant :x ; mithaq:independenceFrom :y",
        ":x mithaq:separatesFrom :y",
    ),
    "diplomatic relations are mutual": (
        ":x mithaq:hasDiplomaticRelationsWith :y",
        ":y mithaq:hasDiplomaticRelationsWith :x",
    ),
    "a membership makes a member": (
        ":bond mithaq:member :x ; mithaq:memberOrganization :y",
        ":x mithaq:memberOf :y",
    ),
    "a tenure holds an office": (
        ":tenure mithaq:holder :x ; mithaq:heldOffice :y",
        ":x mithaq:holdsOffice :y",
    ),
    "a side is side to": (":treaty mithaq:party :x", ":x mithaq:partyTo :treaty"),
    "a signed instrument is signed at its signing": (
        ":signing mithaq:signedInstrument :treaty",
        ":treaty mithaq:signedAt :signing",
    ),
    "a signing affects its instrument": (
        ":signing mithaq:signedInstrument :treaty",
        ":signing mithaq:affects :treaty",
    ),
    "a ratification affects its instrument": (
        ":act mithaq:ratifiedInstrument :treaty",
        ":act mithaq:affects :treaty",
    ),
    "for whom is signed is a signatory": (
        ":signing mithaq:signedInstrument :treaty ; mithaq:hasSignature :hand . :hand mithaq:onBehalfOf :x",
        ":treaty mithaq:signatory :x",
    ),
    "who signs has signed": (
        ":signing mithaq:signedInstrument :treaty ; mithaq:hasSignature :hand . :hand mithaq:signer :x",
        ":treaty mithaq:signedBy :x",
    ),
    "what is implemented is implemented by": (
        ":x mithaq:implements :treaty",
        ":treaty mithaq:implementedBy :x",
    ),
    "a provision is of its instrument": (
        ":treaty mithaq:hasProvision :clause",
        ":clause mithaq:provisionOf :treaty",
    ),
    "a position comes from the instrument of its provision": (
        ":treaty mithaq:hasProvision :clause . :clause mithaq:createsPosition :position",
        ":position mithaq:positionFrom :treaty",
    ),
    "an instrument has the positions of its provisions": (
        ":treaty mithaq:hasProvision :clause . :clause mithaq:createsPosition :position",
        ":treaty mithaq:hasPosition :position",
    ),
    "an instrument provides for the action of its positions": (
        ":treaty mithaq:hasProvision :c . :c mithaq:createsPosition :right . :right mithaq:actionType mithaq:basing",
        ":treaty mithaq:providesAction mithaq:basing",
    ),
    "an instrument provides for the action of its provisions": (
        ":treaty mithaq:hasProvision :clause . :clause mithaq:actionType mithaq:mutualDefense",
        ":treaty mithaq:providesAction mithaq:mutualDefense",
    ),
    "correlatives are correlative to each other": (
        ":right mithaq:correlative :duty",
        ":duty mithaq:correlative :right",
    ),
    "the bearer of the correlative is the counterparty": (
        ":right mithaq:correlative :duty . :duty mithaq:bearer :x",
        ":right mithaq:counterparty :x",
    ),
    "the counterparty of a right is whoever owes its correlative": (
        ":duty mithaq:obligor :x ; mithaq:correlative :right",
        ":right mithaq:counterparty :x",
    ),
    "an obligor is a bearer": (":duty mithaq:obligor :x", ":duty mithaq:bearer :x"),
    "an obligee is a counterparty": (":duty mithaq:obligee :x", ":duty mithaq:counterparty :x"),
    "what has an obligor is a duty": (":duty mithaq:obligor :x", ":duty a mithaq:Duty"),
    "a duty obliges": (":duty mithaq:obligor :x ; mithaq:obligee :y", ":x mithaq:obligedTowards :y"),
    "a force of a polity is a body of it": (":x mithaq:forceOf :y", ":x mithaq:bodyOf :y"),
    "components of components are components": (
        ":x mithaq:componentOf :y . :y mithaq:componentOf :z",
        ":x mithaq:componentOf :z",
    ),
    "parts of parts are parts": (
        ":x mithaq:partOfPlace :y . :y mithaq:partOfPlace :z",
        ":x mithaq:partOfPlace :z",
    ),
    "members of a side are parties to the conflict": (
        ":war mithaq:hasSide :side . :side mithaq:sideMember :x",
        ":war mithaq:conflictParty :x",
    ),
    "conflicting statements conflict with each other": (
        ":x mithaq:conflictsWith :y",
        ":y mithaq:conflictsWith :x",
    ),
    "a bilateral treaty is an international instrument": (
        ":x a mithaq:BilateralTreaty",
        ":x a mithaq:InternationalInstrument",
    ),
    "a decision on a referendum is an instrument": (":x a mithaq:ReferendumDecision", ":x a mithaq:Instrument"),
    "a war is an event": (":x a mithaq:War", ":x a mithaq:Event"),
    "a base is an agent": (":x a mithaq:MilitaryBase", ":x a mithaq:Agent"),
    "a partially recognized state is a polity": (":x a mithaq:PartiallyRecognizedState", ":x a mithaq:Polity"),
    "a date expression is a span": (":x a mithaq:DateExpression", ":x a mithaq:TextSpan"),
    "a curation is an extraction": (":x a mithaq:Curation", ":x a mithaq:Extraction"),
}
NOT_DERIVED: Final = {
    "recognition is not mutual": (":x mithaq:recognizes :y", ":y mithaq:recognizes :x"),
    "recognition is not handed on": (
        ":x mithaq:recognizes :y . :y mithaq:recognizes :z",
        ":x mithaq:recognizes :z",
    ),
    "recognition makes no state": (
        ":act mithaq:recognizer :x ; mithaq:recognized :y",
        ":y a mithaq:State",
    ),
    "diplomatic relations are not recognition": (
        ":x mithaq:hasDiplomaticRelationsWith :y",
        ":x mithaq:recognizes :y",
    ),
    "an application is not a membership": (
        ":act mithaq:applicant :x ; mithaq:applicationTo :y",
        ":x mithaq:memberOf :y",
    ),
    "a liberty obliges nobody": (
        ":liberty a mithaq:Liberty ; mithaq:bearer :x ; mithaq:counterparty :y",
        ":y mithaq:obligedTowards :x",
    ),
    "a bearer is no obligor": (":position mithaq:bearer :x", ":position mithaq:obligor :x"),
    "a beneficiary is no counterparty": (":duty mithaq:beneficiary :x", ":duty mithaq:counterparty :x"),
    "a promise obliges nobody": (
        ":promise a mithaq:Commitment ; mithaq:speaker :x ; mithaq:about :y",
        ":x mithaq:obligedTowards :y",
    ),
    "an announced event is not the speaker's": (
        ":speech mithaq:speaker :x ; mithaq:announces :event",
        ":event mithaq:participant :x",
    ),
    "a stipulated joining is no joining": (":x mithaq:plannedComponentOf :y", ":x mithaq:componentOf :y"),
    "a signatory is no party": (":treaty mithaq:signatory :x", ":treaty mithaq:party :x"),
    "a task is no position": (":task mithaq:actionType mithaq:mutualDefense", ":task a mithaq:NormativePosition"),
    "what a statement is about is provided for by no instrument": (
        ":speech mithaq:about :treaty ; mithaq:actionType mithaq:basing",
        ":treaty mithaq:providesAction mithaq:basing",
    ),
    "a treaty may be an agreement, but need not": (":x a mithaq:Treaty", ":x a mithaq:Agreement"),
}
CONTRADICTIONS: Final = {
    "agent and event": ":x a mithaq:Polity, mithaq:War",
    "agent and place": ":x a mithaq:State, mithaq:Region",
    "agent and office": ":x a mithaq:Person, mithaq:HeadOfStateOffice",
    "instrument and event": ":x a mithaq:ExchangeOfNotes, mithaq:NotesExchange",
    "position and instrument": ":x a mithaq:Duty, mithaq:Treaty",
    "span and instrument": ":x a mithaq:Sentence, mithaq:Law",
    "person and organization": ":x a mithaq:Person, mithaq:NewsAgency",
    "person and polity": ":x a mithaq:Person, mithaq:State",
    "organization and polity": ":x a mithaq:ArmedForces, mithaq:Polity",
    "international and domestic": ":x a mithaq:Treaty, mithaq:Law",
    "duty and liberty": ":x a mithaq:Duty, mithaq:Liberty",
    "duty and claim-right": ":x a mithaq:Duty, mithaq:ClaimRight",
    "power and liability": ":x a mithaq:Power, mithaq:Liability",
    "a permission with an obligor": ":x a mithaq:Liberty ; mithaq:obligor :y",
    "a base as the place of an event": ":event mithaq:eventPlace :x . :x a mithaq:MilitaryBase",
}
COMPATIBLE: Final = {
    "treaty and agreement": ":x a mithaq:Treaty, mithaq:Agreement",
    "state and partially recognized state": ":x a mithaq:State, mithaq:PartiallyRecognizedState",
    "duty and prohibition": ":x a mithaq:Duty, mithaq:Prohibition",
    "a duty owed to an office": ":duty mithaq:obligor :y ; mithaq:obligee :x . :x a mithaq:MilitaryPost",
    "a right of a category of persons": ":right mithaq:bearer :x . :x a mithaq:PersonCategory",
    "a sentence that names a date": ":x a mithaq:Sentence, mithaq:DateExpression",
}
TABLES: Final = {
    "derived": {claim: given for claim, (given, _) in DERIVED.items()},
    "not-derived": {claim: given for claim, (given, _) in NOT_DERIVED.items()},
    "contradictions": CONTRADICTIONS,
    "compatible": COMPATIBLE,
}


def example(table: str, claim: str, triples: str) -> Graph:
    """Return the triples, with individuals that no other example shares."""
    own = f"urn:example:{table}:{list(TABLES[table]).index(claim)}:"
    prefixes = f"@prefix : <{own}> . @prefix mithaq: <{MITHAQ}> . @prefix rdfs: <{RDFS}> .\n"
    return Graph().parse(data=f"{prefixes}{triples} .", format="turtle")


@pytest.fixture(scope="module")
def closure(ontology: Graph) -> Graph:
    """Return the closure of the ontology and all examples: one closure, since each costs more than a second."""
    examples = (example(table, claim, given) for table, claims in TABLES.items() for claim, given in claims.items())
    return closed(ontology, *examples)


def contradicted(closure: Graph, table: str, claim: str) -> bool:
    """Tell whether owlrl complained of the individual :x of an example."""
    nodes = example(table, claim, TABLES[table][claim]).all_nodes()
    (individual,) = {node for node in nodes if isinstance(node, URIRef) and node.endswith(":x")}
    return any(complaint.endswith(f" {individual}") for complaint in complaints(closure))


@pytest.mark.parametrize("claim", DERIVED)
def test_meant_triple_is_derived(closure: Graph, claim: str) -> None:
    (expected,) = example("derived", claim, DERIVED[claim][1])

    assert expected in closure


@pytest.mark.parametrize("claim", DERIVED)
def test_meant_triple_is_not_given(claim: str) -> None:
    given, meant = DERIVED[claim]

    assert not set(example("derived", claim, given)) & set(example("derived", claim, meant))


@pytest.mark.parametrize("claim", NOT_DERIVED)
def test_what_experts_would_object_to_is_not_derived(closure: Graph, claim: str) -> None:
    (objectionable,) = example("not-derived", claim, NOT_DERIVED[claim][1])

    assert objectionable not in closure


@pytest.mark.parametrize("claim", CONTRADICTIONS)
def test_contradiction_is_found(closure: Graph, claim: str) -> None:
    assert contradicted(closure, "contradictions", claim)


@pytest.mark.parametrize("claim", COMPATIBLE)
def test_what_may_go_together_is_no_contradiction(closure: Graph, claim: str) -> None:
    assert not contradicted(closure, "compatible", claim)


def test_every_property_that_carries_inference_has_an_example(ontology: Graph) -> None:
    carrying = {
        *ontology.subjects(RDFS.subPropertyOf),
        *ontology.subjects(RDF.type, OWL.SymmetricProperty),
        *ontology.subjects(RDF.type, OWL.TransitiveProperty),
        *ontology.subjects(OWL.propertyChainAxiom),
    }
    shown = {
        predicate
        for claim, (given, meant) in DERIVED.items()
        for predicate in example("derived", claim, f"{given} . {meant}").predicates()
    }

    assert carrying - shown == set()

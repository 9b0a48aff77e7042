"""Agreement between coders: on codes, on attributes, on borders, and what consensus made."""

from __future__ import annotations

from paraplu.coding.agreement.alpha import krippendorff_alpha
from paraplu.coding.agreement.attributes import attribute_agreement
from paraplu.coding.agreement.chance import (
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    percent_agreement,
    positive_agreement,
    scott_pi,
)
from paraplu.coding.agreement.codes import agreement_by_code, pooled_agreement
from paraplu.coding.agreement.coefficient import Coefficient, Reason
from paraplu.coding.agreement.consensus import consensus_decisions, consensus_sources
from paraplu.coding.agreement.disagreements import telling_disagreements
from paraplu.coding.agreement.matching import matched_codings, matched_units
from paraplu.coding.agreement.stretches import unitising_agreement
from paraplu.coding.agreement.unitising import (
    character_agreement,
    joint_unitising_alpha,
    unitising_alpha,
)

__all__ = [
    "Coefficient",
    "Reason",
    "agreement_by_code",
    "attribute_agreement",
    "character_agreement",
    "cohen_kappa",
    "consensus_decisions",
    "consensus_sources",
    "fleiss_kappa",
    "gwet_ac1",
    "joint_unitising_alpha",
    "krippendorff_alpha",
    "matched_codings",
    "matched_units",
    "percent_agreement",
    "pooled_agreement",
    "positive_agreement",
    "scott_pi",
    "telling_disagreements",
    "unitising_agreement",
    "unitising_alpha",
]

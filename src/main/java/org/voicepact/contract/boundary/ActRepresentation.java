package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.control.AnsweringContract.Answered;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.platform.entity.PhoneNumber;

/** What came of a party's answer. */
@Schema(name = "AnswerReport")
@JsonNaming(SnakeCaseStrategy.class)
record ActRepresentation(
    @Schema(required = true) String contractId,

    @Schema(required = true, description = "What this party has answered")
    Confirmation status,

    @Schema(required = true, description = "The number that answered, as the caller named it")
    String signedBy,

    @Schema(required = true, description = "All parties have confirmed")
    boolean allSigned,

    @Schema(required = true) ContractStatus contractStatus,
    @Schema(required = true) int version) {

  static ActRepresentation of(Answered answered, PhoneNumber phone) {
    Contract contract = answered.contract();
    return new ActRepresentation(
        contract.id().value(),
        answered.party().confirmation(),
        phone.e164(),
        contract.answers(Confirmation.CONFIRMED) == contract.parties().size(),
        contract.status(),
        contract.version());
  }
}

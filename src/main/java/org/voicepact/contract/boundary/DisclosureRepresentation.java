package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Transcript;

/** What is behind a contract's commitments, for those who may see it. */
@Schema(name = "Disclosure")
@JsonNaming(SnakeCaseStrategy.class)
record DisclosureRepresentation(
    @Schema(required = true) String contractId,
    @Schema(required = true) List<DisclosedParty> parties,
    DisclosedTranscript transcript) {

  /** A party with the key of its commitment: HMAC-SHA256(key, JCS({name, phone})) is the commitment. */
  @Schema(name = "DisclosedParty")
  record DisclosedParty(
      @Schema(required = true) Role role,
      String name,
      @Schema(required = true, description = "E.164") String phone,

      @Schema(required = true, description = "32 bytes in hex")
      String key,

      @Schema(required = true) String commitment) {}

  /** The words with the key of their commitment: HMAC-SHA256(key, JCS({transcript})) is the commitment. */
  @Schema(name = "DisclosedTranscript")
  record DisclosedTranscript(
      @Schema(required = true) String transcript,

      @Schema(required = true, description = "32 bytes in hex")
      String key,

      @Schema(required = true) String commitment) {}

  /**
   * @param contract whose personal data is there
   */
  static DisclosureRepresentation of(Contract contract, Optional<Transcript> transcript) {
    return new DisclosureRepresentation(
        contract.id().value(),
        contract.parties().stream().map(DisclosureRepresentation::disclosed).toList(),
        transcript.flatMap(DisclosureRepresentation::disclosed).orElse(null));
  }

  private static DisclosedParty disclosed(Party party) {
    return new DisclosedParty(
        party.role(),
        party.name().orElse(null),
        party.phone().orElseThrow().e164(),
        HexFormat.of().formatHex(party.commitmentKey().orElseThrow()),
        party.commitment());
  }

  private static Optional<DisclosedTranscript> disclosed(Transcript transcript) {
    return transcript
        .words()
        .map(words -> new DisclosedTranscript(
            words,
            HexFormat.of().formatHex(transcript.commitmentKey().orElseThrow()),
            transcript.commitment()));
  }
}

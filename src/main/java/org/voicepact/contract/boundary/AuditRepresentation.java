package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.evidence.control.ContractRecord;
import org.voicepact.evidence.entity.LogEntry;

/** What the audit log has about a contract. */
@Schema(name = "ContractAudit")
@JsonNaming(SnakeCaseStrategy.class)
record AuditRepresentation(
    @Schema(required = true) String contractId,

    @Schema(required = true, description = "A C2SP checkpoint that covers all of the entries")
    String checkpoint,

    @Schema(required = true, description = "In their order") List<Entry> entries) {

  /** One entry. */
  @Schema(name = "IncludedAuditEntry")
  @JsonNaming(SnakeCaseStrategy.class)
  record Entry(
      @Schema(
          required = true,
          type = SchemaType.OBJECT,
          description = "voicepact/audit-entry/1; docs/proof.md has its members")
      ObjectNode entry,

      @Schema(required = true, description = "SHA-256(0x00 || JCS(entry)) in hex")
      String entryHash,

      @Schema(
          required = true,
          description =
              "Hashes in Base64 that lead to the checkpoint's root: RFC 9162, section 2.1.3")
      List<String> path) {}

  static AuditRepresentation of(ContractRecord record, Map<Long, List<byte[]>> paths) {
    return new AuditRepresentation(
        record.contractId(),
        record.checkpoint().note(),
        record.entries().stream()
            .map(entry -> entry(entry, paths.get(entry.sequence())))
            .toList());
  }

  private static Entry entry(LogEntry entry, List<byte[]> path) {
    return new Entry(
        entry.document(),
        entry.hexHash(),
        path.stream().map(Base64.getEncoder()::encodeToString).toList());
  }
}

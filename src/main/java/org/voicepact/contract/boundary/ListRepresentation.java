package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of contracts, the newest first. */
@Schema(name = "ContractList")
@JsonNaming(SnakeCaseStrategy.class)
record ListRepresentation(
    @Schema(required = true, implementation = ContractRepresentation[].class)
    List<?> contracts,

    @Schema(required = true, description = "How many contracts match, on all pages")
    long total,

    @Schema(required = true) int limit,
    @Schema(required = true) int offset,

    @Schema(description = "For the next page; absent on the last")
    String nextCursor) {}

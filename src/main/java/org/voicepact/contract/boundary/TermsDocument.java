package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of terms, for the documentation of the API; other members are kept as they are sent. */
@Schema(
    name = "Terms",
    description =
        "What was agreed. Members beyond these are kept, hashed and shown as they are sent.",
    additionalProperties = Schema.True.class)
@JsonNaming(SnakeCaseStrategy.class)
record TermsDocument(
    @Schema(maxLength = 200, examples = "Maize, grade 1") String product,

    @Schema(description = "More than 0; a number, or a text in plain decimal", examples = "100")
    BigDecimal quantity,

    @Schema(maxLength = 50, examples = "bags of 90 kg") String unit,
    @Schema(examples = "3500") BigDecimal unitPrice,

    @Schema(description = "More than 0, at most 15 digits before the point", examples = "350000")
    BigDecimal totalAmount,

    @Schema(description = "At most total_amount", examples = "100000")
    BigDecimal upfrontPayment,

    @Schema(maxLength = 200, examples = "Nakuru") String deliveryLocation,

    @Schema(
        maxLength = 100,
        description = "An ISO 8601 date or free words",
        examples = "2026-12-31")
    String deliveryDeadline,

    @Schema(maxLength = 1000, examples = "Moisture below 13.5 %")
    String qualityRequirements,

    @Schema(
        description = "ISO 4217 code; in requests only, answers have it beside the terms",
        defaultValue = "KES",
        type = SchemaType.STRING,
        pattern = "^[A-Za-z]{3}$")
    String currency) {}

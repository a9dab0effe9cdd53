package org.voicepact.terms.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Language;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Extraction;
import org.voicepact.terms.entity.Question;

/** The terms that were found and the questions about them, as the API shows them. */
@Schema(
    name = "Extraction",
    description =
        "Each value has the form that a new contract takes; what was not found is absent.")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExtractionRepresentation(
    Text product,
    Amount quantity,
    Text unit,
    Amount unitPrice,

    @Schema(description = "As it was said, or the quantity times the price where it was not")
    Amount totalAmount,

    @Schema(description = "As it was said, or the share of the total that was said")
    Amount upfrontPayment,

    Text currency,
    Text deliveryLocation,

    @Schema(description = "An ISO 8601 date, with a time behind it where one was said")
    Text deliveryDeadline,

    Text qualityRequirements,

    @Schema(required = true, description = "What a person must say or check")
    List<Asked> questions) {

  /** A term that is a text. */
  @Schema(name = "ExtractedText")
  record Text(
      @Schema(required = true) String value,
      @Schema(required = true, description = WORDS) String words) {}

  /** A term that is a number. */
  @Schema(name = "ExtractedNumber")
  record Amount(
      @Schema(required = true) BigDecimal value,
      @Schema(required = true, description = WORDS) String words) {}

  private static final String WORDS = "The very part of the text that the value came from";

  /** A question in words, with its code for programs. */
  @Schema(name = "TermsQuestion")
  @JsonNaming(SnakeCaseStrategy.class)
  record Asked(
      @Schema(
          required = true,
          enumeration = {
            "ambiguous_number",
            "approximate_number",
            "several_values",
            "price_or_total",
            "unclear_date",
            "unclear_currency",
            "several_currencies",
            "share_of_unknown",
            "out_of_range",
            "too_precise",
            "unclear_time",
            "total_differs",
            "units_differ",
            "upfront_over_total",
            "date_in_past"
          },
          description =
              "From unclear_time on the term is shown as it was said; with the others it is absent")
      String code,

      @Schema(required = true, description = "The term that it is about", examples = "total_amount")
      String field,

      @Schema(required = true) String text,

      @Schema(required = true, description = "What the term may be; a value is a text or a number")
      List<Offered> candidates) {}

  /** What a term may be. */
  @Schema(name = "TermsCandidate")
  record Offered(
      @Schema(required = true, description = "A text or a number")
      Object value,

      @Schema(required = true, description = WORDS) String words) {}

  static ExtractionRepresentation of(Extraction extraction, Language language) {
    QuestionTexts texts = new QuestionTexts(language);
    return new ExtractionRepresentation(
        text(extraction, Terms.PRODUCT),
        amount(extraction, Terms.QUANTITY),
        text(extraction, Terms.UNIT),
        amount(extraction, Terms.UNIT_PRICE),
        amount(extraction, Terms.TOTAL_AMOUNT),
        amount(extraction, Terms.UPFRONT_PAYMENT),
        text(extraction, Terms.CURRENCY),
        text(extraction, Terms.DELIVERY_LOCATION),
        text(extraction, Terms.DELIVERY_DEADLINE),
        text(extraction, Terms.QUALITY_REQUIREMENTS),
        extraction.questions().stream().map(each -> asked(each, texts)).toList());
  }

  private static Text text(Extraction extraction, String field) {
    Candidate term = extraction.terms().get(field);
    return term == null ? null : new Text((String) term.value(), term.words());
  }

  private static Amount amount(Extraction extraction, String field) {
    Candidate term = extraction.terms().get(field);
    return term == null ? null : new Amount((BigDecimal) term.value(), term.words());
  }

  private static Asked asked(Question question, QuestionTexts texts) {
    return new Asked(
        question.code().wire(),
        question.field(),
        texts.text(question),
        question.candidates().stream()
            .map(each -> new Offered(each.value(), each.words()))
            .toList());
  }
}

package org.voicepact.contract.boundary;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.voicepact.contract.control.ListingContracts.Filter;
import org.voicepact.contract.control.ListingContracts.Position;
import org.voicepact.contract.control.ListingContracts.Window;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Turn;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.boundary.QueryFields;
import org.voicepact.platform.control.Cursors;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.UnreadableInput;

/** The query of {@code GET /contracts}. */
public class ListRequest {

  private static final int MOST = 200;

  /** Who reads further uses the cursor: each row that is passed is read. */
  private static final int MOST_SKIPPED = 1_000_000;

  private static final int LONGEST_WORDS = 100;
  private static final int FEWEST_DIGITS = 7;
  private static final String SEPARATOR = " ";

  @QueryParam("status")
  @Parameter(schema = @Schema(implementation = ContractStatus.class))
  private String status;

  @QueryParam("contract_type")
  @Parameter(schema = @Schema(implementation = ContractType.class))
  private String contractType;

  @QueryParam("phone_number")
  @Parameter(
      description = "Contracts of which this number is a party; it is shown in full",
      example = "+254712345678")
  private String phoneNumber;

  @QueryParam("created_after")
  @Parameter(description = "An ISO 8601 date or time", example = "2026-11-01T00:00:00Z")
  private String createdAfter;

  @QueryParam("created_before")
  @Parameter(description = "Likewise; a contract of that moment is not among them")
  private String createdBefore;

  @QueryParam("q")
  @Parameter(
      description =
          "What stands in the id, in a party's name or in the product; a whole telephone number finds the contracts of that"
              + " number, which is shown in full",
      example = "maize",
      schema = @Schema(maxLength = 100))
  private String words;

  @QueryParam("waits_for")
  @Parameter(
      description =
          "Whose turn it is, as waits_for of a contract says; office where it is none of its parties'",
      schema = @Schema(implementation = Turn.class))
  private String waitsFor;

  @QueryParam("limit")
  @Parameter(
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  private String limit;

  @QueryParam("offset")
  @Parameter(
      description = "Understood for older callers; cursor is faster and does not skip",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
  private String offset;

  @QueryParam("cursor")
  @Parameter(description = "next_cursor of the page before, with the same filters")
  private String cursor;

  /**
   * @throws InvalidInput where a filter has a value that is not allowed
   * @throws UnreadableInput where a value is no time or number at all
   */
  Filter filter(PhoneNumbers phones, Visibility visibility) {
    Optional<PhoneNumber> number = number(phones);
    return new Filter(
        QueryFields.value("status", status, ContractStatus.class),
        QueryFields.value("contract_type", contractType, ContractType.class),
        visibility.listed(PhoneFields.query(phoneNumber, phones).or(() -> number)),
        QueryFields.text(createdAfter).map(text -> time("created_after", text)),
        QueryFields.text(createdBefore).map(text -> time("created_before", text)),
        words().filter(text -> number.isEmpty()),
        QueryFields.value("waits_for", waitsFor, Turn.class));
  }

  private Optional<String> words() {
    Optional<String> text = QueryFields.text(words).map(String::strip);
    if (text.filter(found -> found.length() > LONGEST_WORDS).isPresent()) {
      throw new InvalidInput("q", "must have at most " + LONGEST_WORDS + " characters");
    }
    return text;
  }

  /** Ids and products have digits, too; a number of fewer is not looked for as one. */
  private Optional<PhoneNumber> number(PhoneNumbers phones) {
    return words()
        .filter(text -> text.replaceAll("[^0-9]", "").length() >= FEWEST_DIGITS)
        .flatMap(phones::parse);
  }

  Window window(Filter filter, Cursors cursors) {
    Optional<Position> after =
        QueryFields.text(cursor).map(place -> position(cursors.open(place, spelled(filter))));
    return new Window(after, (int) QueryFields.number("offset", offset, 0, 0, MOST_SKIPPED), (int)
        QueryFields.number("limit", limit, 50, 1, MOST));
  }

  static String cursor(Position last, Filter filter, Cursors cursors) {
    return cursors.seal(Json.time(last.createdAt()) + SEPARATOR + last.id(), spelled(filter));
  }

  private static Position position(String place) {
    String[] parts = place.split(SEPARATOR);
    return new Position(Instant.parse(parts[0]), parts[1]);
  }

  private static String spelled(Filter filter) {
    return filter.status().map(ContractStatus::wire)
        + "|"
        + filter.type().map(ContractType::wire)
        + "|"
        + filter.phone().map(PhoneNumber::e164)
        + "|"
        + filter.createdAfter()
        + "|"
        + filter.createdBefore()
        + "|"
        + filter.words()
        + "|"
        + filter.turn();
  }

  private static Instant time(String name, String text) {
    // A plus sign that was not escaped in a query arrives as a blank.
    String iso = text.strip().replace(' ', '+');
    try {
      Instant time = iso.contains("T")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      if (year < 1 || year > 9999) {
        throw new InvalidInput(name, "must be a year from 1 to 9999");
      }
      return time.truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw new UnreadableInput(
          name, "must be an ISO 8601 date or time with its offset, as 2026-11-01T00:00:00Z");
    }
  }
}

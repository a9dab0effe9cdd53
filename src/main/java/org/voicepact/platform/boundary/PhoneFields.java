package org.voicepact.platform.boundary;

import java.util.Optional;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.PhoneNumber;

/** Reads the phone numbers of requests: {@code phone_number}, also spelled {@code phone}. */
public final class PhoneFields {

  public static final String MEMBER = "phone_number";
  /** The same, as older callers spell it. */
  public static final String SHORT_MEMBER = "phone";

  private static final String ALLOWED = "must be a possible phone number, as +254712345678";

  private PhoneFields() {}

  /** Which of the two spellings an object uses. */
  public static String memberOf(JsonFields fields) {
    return fields.has(SHORT_MEMBER) && !fields.has(MEMBER) ? SHORT_MEMBER : MEMBER;
  }

  /** The number of an object; a fault where there is none. */
  public static Optional<PhoneNumber> required(JsonFields fields, PhoneNumbers phones) {
    String member = memberOf(fields);
    if (!fields.has(member)) {
      fields.refuse(member, "is required");
      return Optional.empty();
    }
    if (!fields.node(member).isTextual()) {
      fields.refuse(member, ALLOWED);
      return Optional.empty();
    }
    Optional<PhoneNumber> phone = phones.parse(fields.node(member).textValue());
    if (phone.isEmpty()) {
      fields.refuse(member, ALLOWED);
    }
    return phone;
  }

  /**
   * The number in the query, where there is one.
   *
   * @throws InvalidInput where it is no possible number
   */
  public static Optional<PhoneNumber> query(String value, PhoneNumbers phones) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    Optional<PhoneNumber> phone = phones.parseUrlEncoded(value);
    if (phone.isEmpty()) {
      throw new InvalidInput(MEMBER, ALLOWED);
    }
    return phone;
  }
}

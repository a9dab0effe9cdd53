package org.voicepact.sms.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.Gsm7;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SmsSegments;

/**
 * A request to send messages.
 *
 * @param text empty where the text is that of a contract
 * @param contract empty where the text is the caller's own
 */
record SendRequest(Set<PhoneNumber> to, String text, Optional<ContractId> contract) {

  static final int MOST_RECIPIENTS = 100;

  private static final int MOST_SEGMENTS = 3;

  /** So many joined messages of GSM-7. */
  static final int LONGEST_TEXT = 459;

  private static final String MESSAGE = "message";
  private static final String RECIPIENTS = "recipients";
  private static final String CONTRACT = "contract_id";
  /** As the published API spells it in this one request. */
  private static final String CAMEL_PHONE = "phoneNumber";

  static SendRequest toOne(InputStream body, PhoneNumbers phones) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(
        List.of(MESSAGE, PhoneFields.MEMBER, PhoneFields.SHORT_MEMBER, CAMEL_PHONE));
    Optional<PhoneNumber> phone = fields.has(CAMEL_PHONE)
        ? number(fields, CAMEL_PHONE, fields.node(CAMEL_PHONE), phones)
        : PhoneFields.required(fields, phones);
    String text = text(fields);
    fields.check();
    return new SendRequest(Set.of(phone.orElseThrow()), text, Optional.empty());
  }

  static SendRequest toSome(InputStream body, PhoneNumbers phones) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(MESSAGE, RECIPIENTS));
    Set<PhoneNumber> to = recipients(fields, phones);
    if (to.isEmpty()) {
      fields.refuseOnce(RECIPIENTS, "is required");
    }
    String text = text(fields);
    fields.check();
    return new SendRequest(to, text, Optional.empty());
  }

  /** Each joined message is paid for, and of signs that GSM-7 has not fewer go into one. */
  private static String text(JsonFields fields) {
    String text = fields.requiredLongText(MESSAGE, LONGEST_TEXT);
    if (SmsSegments.count(Gsm7.normalised(text)) > MOST_SEGMENTS) {
      fields.refuseOnce(
          MESSAGE,
          "must fit into " + MOST_SEGMENTS + " joined messages: 459 signs of GSM-7, 201 of others");
    }
    return text;
  }

  static SendRequest ofContract(InputStream body, PhoneNumbers phones) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(CONTRACT, RECIPIENTS));
    Set<PhoneNumber> to = recipients(fields, phones);
    Optional<ContractId> contract = ContractId.parse(fields.requiredText(CONTRACT, 24));
    if (contract.isEmpty()) {
      fields.refuseOnce(CONTRACT, "must be the id of a contract, as AG-2026-000001");
    }
    fields.check();
    return new SendRequest(to, "", contract);
  }

  private static Set<PhoneNumber> recipients(JsonFields fields, PhoneNumbers phones) {
    Set<PhoneNumber> numbers = new LinkedHashSet<>();
    if (!fields.has(RECIPIENTS)) {
      return numbers;
    }
    JsonNode list = fields.node(RECIPIENTS);
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_RECIPIENTS) {
      fields.refuse(RECIPIENTS, "must be an array of 1 to " + MOST_RECIPIENTS + " phone numbers");
      return numbers;
    }
    for (JsonNode each : list) {
      number(fields, RECIPIENTS, each, phones).ifPresent(numbers::add);
    }
    return numbers;
  }

  private static Optional<PhoneNumber> number(
      JsonFields fields, String member, JsonNode value, PhoneNumbers phones) {
    Optional<PhoneNumber> phone =
        value.isTextual() ? phones.parse(value.textValue()) : Optional.empty();
    if (phone.isEmpty()) {
      fields.refuseOnce(member, "must be possible phone numbers, as +254712345678");
    }
    return phone;
  }
}

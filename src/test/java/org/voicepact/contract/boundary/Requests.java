package org.voicepact.contract.boundary;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.voicepact.contract.control.ContractSettings;
import org.voicepact.contract.control.NewContract;
import org.voicepact.contract.control.ProvingParty;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.InvalidInput;

/** Bodies of requests for tests, and what comes of reading them in Kenya. */
final class Requests {

  static final String SELLER = "{\"role\": \"seller\", \"phone_number\": \"+254712000101\"}";
  static final String BUYER = "{\"role\": \"buyer\", \"phone_number\": \"+254712000102\"}";
  static final String PARTIES = "\"parties\": [" + SELLER + ", " + BUYER + "]";

  private static final ContractRequests READER = new ContractRequests(
      new PhoneNumbers("KE"), new ContractSettings("86400", "604800", "blake2b", "KES"));

  private Requests() {}

  static ContractRequests reader() {
    return READER;
  }

  static InputStream body(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A contract with these terms, made from its words. */
  static NewContract withTerms(String terms) {
    return READER.create(
        body("{\"transcript\": \"words\", \"terms\": " + terms + ", " + PARTIES + "}"));
  }

  /** A contract with these parties, made from its words. */
  static NewContract withParties(String... parties) {
    return READER.create(
        body("{\"transcript\": \"words\", \"parties\": [" + String.join(", ", parties) + "]}"));
  }

  /** An amendment as it is read over the terms that are there. */
  record Amended(ProvingParty.Claim claim, Terms terms) {}

  static Amended amendment(String members, Terms present) {
    ContractRequests.Amendment amendment =
        READER.amendment(body("{\"phone_number\": \"+254712000101\", " + members + "}"));
    return new Amended(amendment.claim(), amendment.change().apply(present));
  }

  /** The faults for which a request is refused, each as pointer, blank, detail. */
  static List<String> faults(ThrowingCallable request) {
    return catchThrowableOfType(InvalidInput.class, request).faults().stream()
        .map(fault -> fault.pointer() + " " + fault.detail())
        .toList();
  }
}

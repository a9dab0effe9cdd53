package org.voicepact.contract.entity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.platform.entity.PhoneNumber;

/** The rules of a contract once more, as plainly as they can be said, to compare {@link Contract} with. */
final class ContractModel {

  private final Map<PhoneNumber, String> answers = new HashMap<>();
  private String status = "PENDING";
  private int version = 1;
  private boolean erased;
  private Instant expiresAt;

  ContractModel(List<PhoneNumber> parties, Instant expiresAt) {
    parties.forEach(phone -> answers.put(phone, "PENDING"));
    this.expiresAt = expiresAt;
  }

  private boolean isParty(PhoneNumber phone) {
    return !erased && answers.containsKey(phone);
  }

  String confirm(PhoneNumber phone, Optional<Integer> named) {
    if (!isParty(phone)) {
      return "NOT_A_PARTY";
    }
    if (status.equals("CANCELLED") || status.equals("EXPIRED")) {
      return status;
    }
    if (named.isPresent() && !named.get().equals(version)) {
      return "OUTDATED_VERSION";
    }
    if (answers.put(phone, "CONFIRMED").equals("CONFIRMED")) {
      return "NONE";
    }
    if (answers.containsValue("PENDING")) {
      return "RECORDED";
    }
    status = "CONFIRMED";
    return "DECIDED";
  }

  String decline(PhoneNumber phone, Optional<Integer> named) {
    if (!isParty(phone)) {
      return "NOT_A_PARTY";
    }
    if (answers.get(phone).equals("DECLINED")) {
      return "NONE";
    }
    if (!status.equals("PENDING")) {
      return status.equals("CONFIRMED") ? "NO_LONGER_PENDING" : status;
    }
    if (named.isPresent() && !named.get().equals(version)) {
      return "OUTDATED_VERSION";
    }
    answers.put(phone, "DECLINED");
    status = "CANCELLED";
    return "DECIDED";
  }

  String cancel(PhoneNumber phone) {
    if (!isParty(phone)) {
      return "NOT_A_PARTY";
    }
    return switch (status) {
      case "CANCELLED" -> "NONE";
      case "EXPIRED" -> "EXPIRED";
      case "CONFIRMED" -> "NO_LONGER_PENDING";
      default -> {
        status = "CANCELLED";
        yield "DECIDED";
      }
    };
  }

  String amend(PhoneNumber phone, Instant expires) {
    if (!isParty(phone)) {
      return "NOT_A_PARTY";
    }
    if (!status.equals("PENDING")) {
      return status.equals("CONFIRMED") ? "NO_LONGER_PENDING" : status;
    }
    answers.replaceAll((each, answer) -> "PENDING");
    expiresAt = expires;
    version++;
    return "VERSION " + version;
  }

  String expire(Instant now) {
    if (!status.equals("PENDING") || now.isBefore(expiresAt)) {
      return "TOO EARLY";
    }
    status = "EXPIRED";
    return "EXPIRED NOW";
  }

  String erase() {
    if (status.equals("PENDING")) {
      return "UNDER_WAY";
    }
    boolean first = !erased;
    erased = true;
    return first ? "ERASED" : "ERASED BEFORE";
  }

  String status() {
    return status;
  }

  int version() {
    return version;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  String answerOf(PhoneNumber phone) {
    return answers.get(phone);
  }
}

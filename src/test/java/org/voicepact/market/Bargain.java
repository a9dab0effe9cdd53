package org.voicepact.market;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of a contract once more, as plainly as they can be said. */
final class Bargain {

  /** Which digit of the menu does something for a party: what goes on with a contract is 1, what ends it is 2. */
  record Offers(boolean first, boolean second) {}

  private record Part(int quantity, boolean isLast, boolean[] accepted) {}

  private final String id;
  private final String seller;
  private final String buyer;
  private final List<String> parties;
  private final int agreed;
  private final Set<String> confirmed = new HashSet<>();
  private final List<Part> parts = new ArrayList<>();
  private String status = "pending";
  private int statements;

  /**
   * @param parties the seller first, then the buyer, the mediator, a witness, as far as there are any
   */
  Bargain(String id, List<String> parties, int agreed) {
    this.id = id;
    this.parties = List.copyOf(parties);
    this.seller = parties.get(0);
    this.buyer = parties.get(1);
    this.agreed = agreed;
  }

  void yes(String phone) {
    if (!status.equals("pending") || !parties.contains(phone) || !confirmed.add(phone)) {
      return;
    }
    statements++;
    if (confirmed.size() == parties.size()) {
      status = "active";
    }
  }

  void no(String phone) {
    if (status.equals("pending") && parties.contains(phone)) {
      statements++;
      status = "cancelled";
    }
  }

  /**
   * @param quantity 0 for all that is still owed
   */
  void delivered(String phone, int quantity) {
    int owed = agreed - accepted();
    if (status.equals("active") && phone.equals(seller) && !isWaiting() && quantity <= owed) {
      statements++;
      int part = quantity == 0 ? owed : quantity;
      parts.add(new Part(part, part == owed, new boolean[1]));
    }
  }

  /**
   * @param number of the part, from 1 on
   */
  void accept(String phone, int number) {
    if (!status.equals("active") || !phone.equals(buyer) || number > parts.size()) {
      return;
    }
    Part part = parts.get(number - 1);
    if (part.accepted()[0]) {
      return;
    }
    statements++;
    part.accepted()[0] = true;
    if (part.isLast()) {
      status = "completed";
    }
  }

  void dispute(String phone) {
    if (status.equals("active") && (phone.equals(seller) || phone.equals(buyer))) {
      statements++;
      status = "disputed";
    }
  }

  /** What the menu offers to a party. */
  Offers offers(String phone) {
    return switch (status) {
      case "pending" -> new Offers(!confirmed.contains(phone), true);
      case "active" -> {
        boolean trades = phone.equals(seller) || phone.equals(buyer);
        yield new Offers(trades && phone.equals(buyer) == isWaiting(), trades);
      }
      case "disputed" -> new Offers(isMediator(phone), isMediator(phone));
      default -> new Offers(false, false);
    };
  }

  private boolean isMediator(String phone) {
    return parties.size() > 2 && phone.equals(parties.get(2));
  }

  /** Whether the menu asks for words before the two digits. */
  boolean asksForWords(boolean first) {
    return status.equals("disputed") || !first && status.equals("active");
  }

  /** The first digit of the menu, with its two digits. */
  void first(String phone) {
    if (status.equals("disputed")) {
      // Where the callers of webhooks are not checked nobody's number is proved, as a mediator's
      // must be.
      return;
    }
    if (status.equals("pending")) {
      yes(phone);
    } else if (phone.equals(seller)) {
      delivered(phone, 0);
    } else {
      accept(phone, parts.size());
    }
  }

  /** The second one likewise. */
  void second(String phone) {
    if (status.equals("pending")) {
      no(phone);
    } else if (status.equals("active")) {
      dispute(phone);
    }
  }

  private boolean isWaiting() {
    return parts.stream().anyMatch(part -> !part.accepted()[0]);
  }

  private int accepted() {
    return parts.stream()
        .filter(part -> part.accepted()[0])
        .mapToInt(Part::quantity)
        .sum();
  }

  int parts() {
    return parts.size();
  }

  String id() {
    return id;
  }

  List<String> parties() {
    return parties;
  }

  String status() {
    return status;
  }

  int statements() {
    return statements;
  }
}

package org.voicepact.incontainer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.voicepact.contract.control.NewContract;
import org.voicepact.contract.control.NewContract.NewParty;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

/** Contracts for tests inside the container, each with phone numbers of its own. */
final class Samples {

  private static final int RANGE = 20_000_000;

  /** From the clock on, because the tables outlive a test class and the class is loaded again for each. */
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

  private Samples() {}

  static PhoneNumber newPhone() {
    return new PhoneNumber("+254" + (710_000_000 + NUMBERS.incrementAndGet() % RANGE));
  }

  static Terms terms(String product, String total) {
    ObjectNode members = JsonNodeFactory.instance
        .objectNode()
        .put(Terms.PRODUCT, product)
        .put(Terms.TOTAL_AMOUNT, new BigDecimal(total));
    return new Terms(Currency.getInstance("KES"), members);
  }

  static NewContract contract(String product, PhoneNumber seller, PhoneNumber buyer) {
    return contract(
        product,
        List.of(
            new NewParty(Role.SELLER, Optional.of("Wanjiku"), seller, Optional.empty()),
            new NewParty(Role.BUYER, Optional.empty(), buyer, Optional.empty())));
  }

  static NewContract mediated(
      String product, PhoneNumber seller, PhoneNumber buyer, PhoneNumber mediator) {
    return contract(
        product,
        List.of(
            new NewParty(Role.SELLER, Optional.of("Wanjiku"), seller, Optional.empty()),
            new NewParty(Role.BUYER, Optional.empty(), buyer, Optional.empty()),
            new NewParty(Role.MEDIATOR, Optional.empty(), mediator, Optional.empty())));
  }

  private static NewContract contract(String product, List<NewParty> parties) {
    return new NewContract(
        ContractType.AGRICULTURAL_SUPPLY,
        Language.EN,
        terms(product, "1000.00"),
        Optional.of("We agreed on the phone: " + product),
        parties);
  }
}

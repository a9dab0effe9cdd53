package org.voicepact.contract.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.boundary.Requests.BUYER;
import static org.voicepact.contract.boundary.Requests.SELLER;
import static org.voicepact.contract.boundary.Requests.faults;
import static org.voicepact.contract.boundary.Requests.withParties;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.control.NewContract.NewParty;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

class PartyRequestTest {

  @Test
  void partiesKeepTheirOrder() {
    String witness =
        "{\"role\": \"Witness\", \"phone\": \"0712000103\", \"name\": \" Wanjiku\\u200b Kamau \"}";

    assertThat(withParties(BUYER, witness, SELLER).parties())
        .extracting(NewParty::role)
        .containsExactly(Role.BUYER, Role.WITNESS, Role.SELLER);
    assertThat(withParties(BUYER, witness, SELLER).parties().get(1).name())
        .contains("Wanjiku Kamau");
    assertThat(withParties(BUYER, witness, SELLER).parties().get(1).phone())
        .isEqualTo(new PhoneNumber("+254712000103"));
  }

  @Test
  void aPartyMayHaveALanguage() {
    String witness = "{\"role\": \"witness\", \"phone\": \"0712000103\", \"language\": \"SW\"}";

    assertThat(withParties(BUYER, witness, SELLER).parties())
        .extracting(NewParty::language)
        .containsExactly(Optional.empty(), Optional.of(Language.SW), Optional.empty());
    assertThat(faults(() -> withParties(BUYER, witness.replace("SW", "xx"), SELLER)))
        .containsExactly("/parties/1/language must be one of: en, sw, fr");
  }

  @Test
  void upToTwentyMayTakePart() {
    assertThat(withParties(parties(20)).parties()).hasSize(20);
    assertThat(faults(() -> withParties(parties(21))))
        .containsExactly("/parties must be an array of 2 to 20 objects");
  }

  @Test
  void nobodyMakesAContractAlone() {
    assertThat(faults(() -> withParties(SELLER)))
        .containsExactly("/parties must be an array of 2 to 20 objects");
    assertThat(faults(() -> withParties()))
        .containsExactly("/parties must be an array of 2 to 20 objects");
  }

  @Test
  void thereIsOneBuyerAndOneSeller() {
    String otherBuyer = BUYER.replace("102", "103");
    String mediator = "{\"role\": \"mediator\", \"phone_number\": \"+254712000104\"}";

    assertThat(faults(() -> withParties(BUYER, otherBuyer, SELLER)))
        .containsExactly("/parties must have exactly one buyer");
    assertThat(faults(() -> withParties(BUYER, mediator)))
        .containsExactly("/parties must have exactly one seller");
    assertThat(faults(() -> withParties(mediator, mediator.replace("104", "105"))))
        .containsExactly(
            "/parties must have exactly one buyer", "/parties must have exactly one seller");
  }

  @Test
  void twoPartiesCannotHaveTheSameNumberHoweverItIsWritten() {
    String sameAsSeller = "{\"role\": \"buyer\", \"phone\": \"0712 000 101\"}";

    assertThat(faults(() -> withParties(SELLER, sameAsSeller)))
        .containsExactly("/parties/1/phone is the number of another party, too");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"role\": \"buyer\"}|/parties/1/phone_number is required",
        "{\"role\": \"buyer\", \"phone_number\": null}|/parties/1/phone_number is required",
        "{\"role\": \"buyer\", \"phone\": 712000102}|/parties/1/phone must be a possible phone number, as +254712345678",
        "{\"role\": \"buyer\", \"phone\": \"21512\"}|/parties/1/phone must be a possible phone number, as +254712345678",
        "{\"phone\": \"0712000102\"}|/parties/1/role is required",
        "{\"role\": \"landlord\", \"phone\": \"0712000102\"}|/parties/1/role must be one of: buyer, seller, mediator, witness",
        "{\"role\": 1, \"phone\": \"0712000102\"}|/parties/1/role must be one of: buyer, seller, mediator, witness",
        "{\"role\": \"buyer\", \"phone\": \"0712000102\", \"name\": 5}|/parties/1/name must be a text",
        "{\"role\": \"buyer\", \"phone\": \"0712000102\", \"name\": \"a\\nb\"}"
            + "|/parties/1/name must not contain control characters or line ends",
        "{\"role\": \"buyer\", \"phone\": \"0712000102\", \"name\": \"a\\u202eb\"}"
            + "|/parties/1/name must not contain characters that override the direction of writing",
        "\"+254712000102\"|/parties/1 must be an object",
        "null|/parties/1 must be an object"
      })
  void aPartyThatCannotBeReadIsRefusedWithTheReason(String party, String fault) {
    assertThat(faults(() -> withParties(SELLER, party))).contains(fault);
  }

  @Test
  void aNameHasAtMostAHundredCharacters() {
    assertThat(withParties(SELLER, named("x".repeat(100))).parties().get(1).name())
        .contains("x".repeat(100));
    assertThat(faults(() -> withParties(SELLER, named("x".repeat(101)))))
        .containsExactly("/parties/1/name must have at most 100 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\\u200b"})
  void aNameOfNothingIsNoName(String name) {
    assertThat(withParties(SELLER, named(name)).parties().get(1).name()).isEmpty();
  }

  @Test
  void faultsOfAllPartiesAreToldAtOnce() {
    assertThat(faults(() -> withParties("{\"role\": \"x\"}", "{\"name\": 5}")))
        .containsExactly(
            "/parties/0/role must be one of: buyer, seller, mediator, witness",
            "/parties/0/phone_number is required",
            "/parties/1/name must be a text",
            "/parties/1/role is required",
            "/parties/1/phone_number is required");
  }

  @Test
  void aFaultNeverHoldsWhatTheCallerSent() {
    assertThat(faults(() -> withParties(SELLER, "{\"role\": \"hostile\", \"phone\": \"hostile\"}")))
        .noneMatch(fault -> fault.contains("hostile"));
  }

  private static String named(String name) {
    return "{\"role\": \"buyer\", \"phone\": \"0712000102\", \"name\": \"" + name + "\"}";
  }

  /** A seller, a buyer and witnesses. */
  private static String[] parties(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"role\": \""
            + (i == 0 ? "seller" : i == 1 ? "buyer" : "witness")
            + "\", \"phone\": \"07120002"
            + String.format("%02d", i)
            + "\"}")
        .toArray(String[]::new);
  }
}

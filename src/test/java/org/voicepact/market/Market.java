package org.voicepact.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.voicepact.market.Bargain.Offers;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.ussd.Handset;

/** Many contracts between many telephones, in a server and once more as plain rules. */
final class Market {

  private static final int AGREED = 100;
  private static final List<String> YES = List.of("YES", "yes", "Ndiyo", "OUI", "ndio");
  private static final List<String> NO = List.of("NO", "no", "HAPANA", "non");
  private static final List<String> DELIVERED = List.of("DELIVERED", "nimeleta", "Livre");
  private static final List<String> ACCEPT = List.of("ACCEPT", "Nimepokea", "recu");
  private static final List<String> DISPUTE = List.of("DISPUTE", "tatizo", "Litige");
  private static final List<String> LANGUAGES = List.of("en", "sw", "fr");
  private static final List<String> ASKED = List.of("STATUS-", "status ", "Status: ");
  private static final List<String> CHATTER = List.of(
      "LIST",
      "HELP",
      "msaada",
      "LANG SW",
      "LANG FR",
      "LANG EN",
      "STOP",
      "START",
      "CODE 123456",
      "Habari ya asubuhi?",
      "yes yes",
      "DELIVERED",
      "1",
      "",
      "Bei ni 3,500 \uD83C\uDF3D");

  private final Api api;
  private final List<String> phones;
  private final List<Bargain> bargains = new ArrayList<>();

  /**
   * @param random chooses who trades with whom
   */
  Market(Api api, int contracts, int phones, Random random) {
    this.api = api;
    this.phones =
        IntStream.range(0, phones).mapToObj(i -> String.format("+25472%07d", i)).toList();
    for (int i = 0; i < contracts; i++) {
      bargains.add(agree(random));
    }
  }

  private Bargain agree(Random random) {
    Set<String> parties = new LinkedHashSet<>();
    int many = 2 + (random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0);
    while (parties.size() < many) {
      parties.add(one(phones, random));
    }
    List<String> roles = List.of("seller", "buyer", "mediator", "witness");
    List<String> members = new ArrayList<>();
    for (String phone : parties) {
      String party = Deal.party(roles.get(members.size()), phone);
      members.add(party.replace("}", ", \"language\": \"" + one(LANGUAGES, random) + "\"}"));
    }
    Answer answer = api.post(
        "/api/v1/contracts/create/manual",
        Deal.manual("", "")
            .with("quantity", Integer.toString(AGREED))
            .with("parties", Deal.parties(members.toArray(String[]::new)))
            .json());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return new Bargain(answer.member("contract_id"), List.copyOf(parties), AGREED);
  }

  void perform(Step step) {
    Random random = step.random();
    Bargain bargain = bargains.get(step.bargain() % bargains.size());
    String phone = random.nextInt(12) == 0 ? one(phones, random) : one(bargain.parties(), random);
    switch (step.what()) {
      case YES -> yes(bargain, phone, random);
      case NO -> {
        bargain.no(phone);
        send(
            phone,
            one(NO, random) + code(bargain, random) + one(List.of("", " bei ghali"), random),
            random);
      }
      case DELIVERED -> delivered(bargain, phone, random);
      case ACCEPT -> accept(bargain, phone, 1 + random.nextInt(3), random);
      case DISPUTE -> {
        bargain.dispute(phone);
        send(phone, one(DISPUTE, random) + code(bargain, random) + " 10 bags are wet", random);
      }
      case GO_ON -> goOn(bargain, random);
      case MENU -> menu(bargain, phone, random);
      case ASK -> send(phone, one(ASKED, random) + bargain.id(), random);
      case CHATTER -> send(phone, one(CHATTER, random), random);
      default -> throw new IllegalArgumentException(step.toString());
    }
  }

  private void goOn(Bargain bargain, Random random) {
    String seller = bargain.parties().get(0);
    String buyer = bargain.parties().get(1);
    if (bargain.status().equals("pending")) {
      bargain.parties().forEach(party -> yes(bargain, party, random));
    } else if (bargain.offers(seller).first()) {
      delivered(bargain, seller, random);
    } else {
      accept(bargain, buyer, Math.max(1, bargain.parts()), random);
    }
  }

  private void yes(Bargain bargain, String phone, Random random) {
    bargain.yes(phone);
    send(phone, one(YES, random) + code(bargain, random), random);
  }

  private void delivered(Bargain bargain, String phone, Random random) {
    int quantity = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(120);
    bargain.delivered(phone, quantity);
    String much = quantity == 0 ? "" : " " + quantity + one(List.of("", ".", "!"), random);
    send(phone, one(DELIVERED, random) + code(bargain, random) + much, random);
  }

  private void accept(Bargain bargain, String phone, int part, Random random) {
    bargain.accept(phone, part);
    String named = part == 1 && random.nextBoolean() ? "" : "-" + part;
    send(phone, one(ACCEPT, random) + code(bargain, random) + named, random);
  }

  /** As it is typed, in some ways. */
  private static String code(Bargain bargain, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "-" + bargain.id();
      case 1 -> " " + bargain.id().toLowerCase(Locale.ROOT).replace('-', ' ');
      default -> ": " + bargain.id();
    };
  }

  /** Sends a message, which the gateway delivers twice now and then; or the person sends it twice. */
  private void send(String phone, String text, Random random) {
    String id = UUID.randomUUID().toString();
    deliver(id, phone, text);
    if (random.nextInt(4) == 0) {
      deliver(random.nextBoolean() ? id : UUID.randomUUID().toString(), phone, text);
    }
  }

  private void deliver(String id, String phone, String text) {
    Answer answer = api.form(
        "/api/v1/sms/webhook", Map.of("id", id, "from", phone, "to", "21512", "text", text));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /** Looks a contract up by its number, and does what the menu offers for one of the two digits. */
  private void menu(Bargain bargain, String phone, Random random) {
    Handset handset = Handset.dial(api, phone);
    if (!handset.screen().contains("\n5 ")) {
      // It offers to go on where the last call broke off.
      handset.type("2");
    }
    String number = bargain.id().substring(bargain.id().length() - 6);
    handset.type("2", number);
    if (!bargain.parties().contains(phone)) {
      assertThat(handset.screen()).doesNotContain(bargain.id());
      return;
    }
    assertThat(handset.screen()).contains(bargain.id());
    Offers offers = bargain.offers(phone);
    assertThat(handset.screen().contains("\n1 ")).as(handset.screen()).isEqualTo(offers.first());
    assertThat(handset.screen().contains("\n2 ")).as(handset.screen()).isEqualTo(offers.second());
    if (!offers.first() && !offers.second()) {
      return;
    }
    boolean first = offers.first() && (!offers.second() || random.nextInt(4) > 0);
    handset.type(first ? "1" : "2");
    if (bargain.asksForWords(first)) {
      handset.type("10 bags are wet");
    }
    handset.typeCode();
    if (first) {
      bargain.first(phone);
    } else {
      bargain.second(phone);
    }
    assertThat(handset.screen()).startsWith("END ");
  }

  /** Every contract is what the rules say, with as many statements as there were acts. */
  void check() {
    for (Bargain bargain : bargains) {
      JsonNode contract = api.contract(bargain.id());
      assertThat(contract.path("status").asText()).as(bargain.id()).isEqualTo(bargain.status());
      assertThat(api.signatures(bargain.id())).as(bargain.id()).hasSize(bargain.statements());
    }
  }

  /** How many contracts have each status by the rules, for the log of the test. */
  Map<String, Long> statuses() {
    return bargains.stream()
        .collect(Collectors.groupingBy(Bargain::status, TreeMap::new, Collectors.counting()));
  }

  private static <T> T one(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}

package org.voicepact.ussd.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;
import static org.voicepact.contract.entity.ContractFixture.TIME_TO_ANSWER;
import static org.voicepact.contract.entity.ContractFixture.WITNESS;
import static org.voicepact.contract.entity.ContractFixture.terms;
import static org.voicepact.contract.entity.ContractFixture.version;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.payment.entity.MoneyStanding;
import org.voicepact.platform.entity.Gsm7;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.ussd.control.DrawingScreen.Page;
import org.voicepact.ussd.entity.Act;
import org.voicepact.ussd.entity.Place;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.Target;

class DrawingScreenTest {

  private static final Function<Contract, Optional<MoneyStanding>> NO_MONEY =
      contract -> Optional.empty();

  private static final String LONGEST_ID = "AG-2026-123456789012";
  private static final String BUNDLE = "org.voicepact.ussd.screens";
  private static final List<String> NOTES =
      List.of("note.unclear", "note.changed", "note.unknown", "note.tried", "note.wrong");

  private final ContractView maize = view(ContractFixture.ofTwo(), """
      {"product": "Maize, grade 1", "quantity": 100, "unit": "bags", "total_amount": 350000.00}""", "KES");

  @Test
  void aContractIsShownWithWhatCanBeDone() {
    Screen screen = contract(Language.EN, maize, Optional.empty());

    assertThat(screen.text()).isEqualTo("""
            CON AG-2026-000123
            100 bags Maize, grade 1
            KES 350,000.00
            Buyer Party 1
            Pending
            1 Confirm
            2 Decline
            0 Back""");
    assertThat(screen.offers())
        .containsEntry("1", Target.ask(ContractFixture.ID, 1, Act.CONFIRM))
        .containsEntry("2", Target.ask(ContractFixture.ID, 1, Act.DECLINE))
        .containsEntry("0", Target.of(Place.CONTRACTS))
        .hasSize(3);
  }

  @Test
  void anotherVersionIsNamed() {
    Contract amended = ContractFixture.ofTwo();
    amended.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER));

    assertThat(
            contract(Language.EN, view(amended, "{}", "KES"), Optional.empty()).text())
        .startsWith("CON AG-2026-000123 v2\nBuyer");
  }

  @Test
  void twoDigitsAreAskedForBeforeAnythingCounts() {
    Screen screen =
        new DrawingScreen(Language.EN).ask(maize, Act.DECLINE, "47", Optional.of("note.wrong"));

    assertThat(screen.text()).isEqualTo("""
            CON These were not the digits.
            AG-2026-000123
            100 bags Maize, grade 1
            KES 350,000.00
            Type 47 to decline
            0 Back""");
    assertThat(screen.code()).contains("47");
    assertThat(screen.offers()).containsOnlyKeys("0");
  }

  @Test
  void aListHasItsDigitsAndItsPages() {
    Screen screen = new DrawingScreen(Language.EN)
        .contracts(new Page(List.of(maize), 1, true), Optional.empty());

    assertThat(screen.text())
        .isEqualTo(
            "CON Your contracts:\n1 AG-2026-000123 100 bags Maize, grade 1\n98 More\n0 Back");
    assertThat(screen.offers())
        .containsEntry("1", Target.contract(ContractFixture.ID, 1))
        .containsEntry("98", Target.of(Place.CONTRACTS, 2))
        .containsEntry("0", Target.of(Place.CONTRACTS, 0));
  }

  /** All of it is everywhere at once: no screen is longer. */
  private static Function<Contract, Optional<MoneyStanding>> money(ContractView view) {
    Optional<Money> price = view.current().totalAmount();
    return contract -> price.map(
        all -> new MoneyStanding(all, all, all, all, Money.ofMinorUnits(0, all.currency())));
  }

  @Test
  void buyerAndSellerReadWhereTheMoneyIs() {
    Money price = new Money(BigDecimal.valueOf(350_000), Currency.getInstance("KES"));
    Money half = new Money(BigDecimal.valueOf(175_000), Currency.getInstance("KES"));
    Money none = Money.ofMinorUnits(0, Currency.getInstance("KES"));
    ContractView view = new ContractView(
        ContractFixture.active(),
        ContractFixture.version(
            ContractFixture.active(), ContractFixture.terms("KES", "{\"total_amount\": 350000}")));
    Screen screen = new DrawingScreen(Language.EN)
        .payments(
            new Page(List.of(view), 0, false),
            contract -> Optional.of(new MoneyStanding(price, half, none, none, none)),
            Optional.empty());

    assertThat(screen.text())
        .isEqualTo("CON Payments:\n1 AG-2026-000123 held KES 175,000.00\nreleased KES 0.00\n"
            + "owed KES 175,000.00\n0 Back");
  }

  @Test
  void withoutContractsThereIsOnlyTheWayBack() {
    Screen screen = new DrawingScreen(Language.EN)
        .payments(new Page(List.of(), 0, false), NO_MONEY, Optional.empty());

    assertThat(screen.text()).isEqualTo("CON Your contracts name nothing to pay.\n0 Back");
    assertThat(screen.offers()).containsExactly(Map.entry("0", Target.of(Place.MENU)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameTextsInTheAlphabetOfTelephones(Language language) {
    ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, language.locale());

    assertThat(texts.keySet())
        .isEqualTo(ResourceBundle.getBundle(BUNDLE, Language.EN.locale()).keySet());
    assertThat(texts.keySet())
        .allSatisfy(key -> assertThat(Gsm7.has(texts.getString(key)))
            .as(key + " in " + language)
            .isTrue());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theLastWordsFit(Language language) {
    DrawingScreen drawing = new DrawingScreen(language);
    Set<String> keys = ResourceBundle.getBundle(BUNDLE, language.locale()).keySet();

    keys.stream().filter(key -> key.startsWith("end.")).forEach(key -> {
      Screen screen = drawing.end(key, LONGEST_ID, 19, 20);
      assertThat(screen.text()).startsWith("END ").doesNotContain("{", "''");
      assertThat(Gsm7.septets(screen.text())).as(key).isLessThanOrEqualTo(Screen.LONGEST);
      assertThat(drawing.end(key).text()).startsWith("END ");
    });
  }

  @Property
  void everyScreenFitsWithIdAmountAndChoicesWhole(
      @ForAll Language language,
      @ForAll("views") ContractView view,
      @ForAll("notes") Optional<String> note) {
    DrawingScreen drawing = new DrawingScreen(language);
    String id = view.contract().id().value();
    assertWhole(contract(language, view, note), id);
    for (Act act : Act.values()) {
      assertWhole(drawing.ask(view, act, "99", note), id, "99");
    }
    Stream.of(Act.values())
        .filter(Act::needsWords)
        .forEach(act -> assertWhole(drawing.words(view, act, note), id));
    for (Party reader : view.contract().parties()) {
      List<Act> acts = Act.of(view.contract(), reader, NOON, false);
      assertWhole(drawing.contract(view, reader, acts, note), id);
    }
    for (int contracts = 0; contracts <= DrawingScreen.CONTRACTS_ON_PAGE; contracts++) {
      Page page = new Page(Collections.nCopies(contracts, view), 99, true);
      assertWhole(drawing.contracts(page, note), contracts == 0 ? "" : id, "98 ");
      if (contracts <= DrawingScreen.PAYMENTS_ON_PAGE) {
        assertWhole(drawing.payments(page, money(view), note), contracts == 0 ? "" : id, "98 ");
      }
    }
    Stream.of(
            drawing.menu(note),
            drawing.number(note),
            drawing.languages(note),
            drawing.help(note),
            drawing.resume(Target.of(Place.HELP), note))
        .forEach(DrawingScreenTest::assertWhole);
  }

  private static void assertWhole(Screen screen, String... parts) {
    assertThat(screen.text()).startsWith("CON ").matches(Gsm7::has);
    assertThat(List.of(parts)).allSatisfy(part -> assertThat(screen.text()).contains(part));
    assertThat(Gsm7.septets(screen.text())).isLessThanOrEqualTo(Screen.LONGEST);
    screen
        .offers()
        .keySet()
        .forEach(input -> assertThat(screen.text()).containsPattern("(\\n|^CON )" + input + " "));
  }

  private static Screen contract(Language language, ContractView view, Optional<String> note) {
    Party reader = view.contract().party(SELLER);
    return new DrawingScreen(language)
        .contract(view, reader, Act.of(view.contract(), reader, NOON, false), note);
  }

  @Provide
  Arbitrary<Optional<String>> notes() {
    return Arbitraries.of(NOTES).optional(0.8);
  }

  @Provide
  Arbitrary<ContractView> views() {
    Arbitrary<String> words = Arbitraries.oneOf(
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(0).ofMaxLength(200),
        Arbitraries.strings().withChars("{}[]~|^\\\u20AC").ofMaxLength(200),
        Arbitraries.strings().withChars("\u00E9\u0915\u1208\u4E2D \n\u2019").ofMaxLength(200));
    Arbitrary<String> amounts =
        Arbitraries.of("1", "350000", "999999999999999", "999999999999999.9");
    return Combinators.combine(
            words,
            words,
            amounts,
            Arbitraries.of("KES", "UGX", "KWD"),
            Arbitraries.integers().between(0, 7))
        .as(DrawingScreenTest::view);
  }

  private static ContractView view(
      String name, String product, String amount, String currency, int course) {
    Contract contract = new Contract(
        new ContractId(LONGEST_ID),
        ContractType.AGRICULTURAL_SUPPLY,
        Language.EN,
        List.of(
            party(Role.SELLER, SELLER, name),
            party(Role.BUYER, BUYER, name),
            party(Role.MEDIATOR, WITNESS, name)),
        NOON,
        NOON.plus(TIME_TO_ANSWER));
    List<Runnable> steps = Arrays.asList(
        () -> contract.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER)),
        () -> contract.confirm(SELLER, Optional.empty(), NOON),
        () -> contract.confirm(BUYER, Optional.empty(), NOON),
        () -> contract.confirm(WITNESS, Optional.empty(), NOON),
        () -> contract.activate(NOON),
        () -> contract
            .fulfilment()
            .claim(SELLER, Optional.empty(), Claimed.ALL, Optional.empty(), () -> true, NOON),
        () -> contract.fulfilment().dispute(BUYER, Optional.empty(), product, NOON));
    steps.subList(0, course).forEach(Runnable::run);
    String whole = currency.equals("UGX") ? amount.replaceFirst("\\..*", "") : amount;
    return view(contract, """
        {"product": %s, "quantity": 999999999999999.999999999999, "unit": %s, "total_amount": %s}""".formatted(Json.write(product), Json.write(name), whole), currency);
  }

  private static Party party(Role role, PhoneNumber phone, String name) {
    return new Party(
        role, Optional.of(name), phone, Optional.empty(), new byte[32], "commitment of " + role);
  }

  private static ContractView view(Contract contract, String terms, String currency) {
    return new ContractView(contract, version(contract, terms(currency, terms)));
  }
}

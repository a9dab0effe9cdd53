package org.voicepact.ussd.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.ContractWords;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Dispute;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;
import org.voicepact.payment.entity.MoneyStanding;
import org.voicepact.platform.control.Texts;
import org.voicepact.platform.entity.Gsm7;
import org.voicepact.platform.entity.Language;
import org.voicepact.ussd.entity.Act;
import org.voicepact.ussd.entity.Place;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.Target;

/**
 * The words of the screens in one language. Each is at most {@link Screen#LONGEST} septets long: goods, names and
 * statuses are shortened, never an id, an amount or what can be chosen.
 */
final class DrawingScreen {

  /** How many contracts a page has: so many fit with the longest ids, and with the largest amounts. */
  static final int CONTRACTS_ON_PAGE = 4;

  static final int PAYMENTS_ON_PAGE = 1;

  private static final String BACK = "0";
  private static final String MORE = "98";
  private static final int LONGEST_PART = 60;

  private final Texts texts;
  private final ContractWords words;

  DrawingScreen(Language language) {
    this.texts = new Texts("org.voicepact.ussd.screens", language);
    this.words = new ContractWords(language);
  }

  /** A page of contracts. */
  record Page(List<ContractView> contracts, int number, boolean hasMore) {}

  Screen menu(Optional<String> note) {
    Map<String, Target> offers = new LinkedHashMap<>();
    offers.put("1", Target.of(Place.CONTRACTS));
    offers.put("2", Target.of(Place.NUMBER));
    offers.put("3", Target.of(Place.PAYMENTS));
    offers.put("4", Target.of(Place.LANGUAGES));
    offers.put("5", Target.of(Place.HELP));
    offers.put(BACK, Target.of(Place.END));
    return goesOn(Target.of(Place.MENU), note, cut -> texts.get("menu"), offers);
  }

  /** Offers to go on where another session broke. */
  Screen resume(Target broken, Optional<String> note) {
    Map<String, Target> offers = Map.of("1", broken, "2", Target.of(Place.MENU));
    return goesOn(Target.of(Place.RESUME), note, cut -> texts.get("resume"), offers);
  }

  Screen contracts(Page page, Optional<String> note) {
    return list(Place.CONTRACTS, page, note, (view, cut) -> shortened(goods(view), cut));
  }

  /**
   * @param money how the money of a contract stands; empty where its terms name no amount
   */
  Screen payments(
      Page page, Function<Contract, Optional<MoneyStanding>> money, Optional<String> note) {
    return list(
        Place.PAYMENTS,
        page,
        note,
        (view, cut) ->
            money.apply(view.contract()).map(this::money).orElse(texts.get("amount.none")));
  }

  private String money(MoneyStanding standing) {
    return texts.get(
        "money",
        words.amount(standing.held()),
        words.amount(standing.released()),
        words.amount(standing.owed()));
  }

  /** What stands beside a contract in a list. */
  @FunctionalInterface
  private interface Beside {
    String text(ContractView view, int cut);
  }

  private Screen list(Place place, Page page, Optional<String> note, Beside beside) {
    Map<String, Target> offers = new LinkedHashMap<>();
    for (int i = 0; i < page.contracts().size(); i++) {
      Contract contract = page.contracts().get(i).contract();
      offers.put(Integer.toString(i + 1), Target.contract(contract.id(), contract.version()));
    }
    if (page.hasMore()) {
      offers.put(MORE, Target.of(place, page.number() + 1));
    }
    offers.put(
        BACK, page.number() == 0 ? Target.of(Place.MENU) : Target.of(place, page.number() - 1));
    String title = texts.get("title." + place.name().toLowerCase(Locale.ROOT)
        + (page.contracts().isEmpty() ? ".none" : ""));
    return goesOn(
        Target.of(place, page.number()),
        note,
        cut -> {
          List<String> lines = new ArrayList<>(List.of(title));
          for (int i = 0; i < page.contracts().size(); i++) {
            ContractView view = page.contracts().get(i);
            lines.add((i + 1) + " " + view.contract().id() + " " + beside.text(view, cut));
          }
          if (page.hasMore()) {
            lines.add(texts.get("more"));
          }
          lines.add(texts.get("back"));
          return String.join("\n", lines.stream().map(String::strip).toList());
        },
        offers);
  }

  Screen number(Optional<String> note) {
    return goesOn(
        Target.of(Place.NUMBER),
        note,
        cut -> texts.get("number") + "\n" + texts.get("back"),
        Map.of(BACK, Target.of(Place.MENU)));
  }

  /**
   * @param reader one of its parties
   */
  Screen contract(ContractView view, Party reader, List<Act> acts, Optional<String> note) {
    Contract contract = view.contract();
    Map<String, Target> offers = new LinkedHashMap<>();
    acts.forEach(
        act -> offers.put(act.digit(), Target.begin(contract.id(), act.numberIn(contract), act)));
    offers.put(BACK, Target.of(Place.CONTRACTS));
    return goesOn(
        Target.contract(contract.id(), contract.version()),
        note,
        cut -> lines(Stream.of(
                about(view, cut),
                Stream.of(with(contract, reader, cut), shortened(status(contract), cut)),
                contract.dispute().flatMap(Dispute::reason).stream()
                    .map(reason -> shortened(reason, cut)),
                acts.stream().map(act -> act.digit() + " " + texts.get("act." + act.wire())),
                Stream.of(texts.get("back")))
            .flatMap(part -> part)),
        offers);
  }

  /** Asks for the words that an act needs. */
  Screen words(ContractView view, Act act, Optional<String> note) {
    Contract contract = view.contract();
    return goesOn(
        Target.begin(contract.id(), act.numberIn(contract), act),
        note,
        cut -> lines(Stream.concat(
            about(view, cut), Stream.of(texts.get("words." + act.wire()), texts.get("back")))),
        Map.of(BACK, Target.contract(contract.id(), contract.version())));
  }

  Screen ask(ContractView view, Act act, String code, Optional<String> note) {
    Contract contract = view.contract();
    Target target = Target.ask(contract.id(), act.numberIn(contract), act);
    Map<String, Target> offers = Map.of(BACK, Target.contract(contract.id(), contract.version()));
    Screen screen = goesOn(
        target,
        note,
        cut -> lines(Stream.concat(
            about(view, cut), Stream.of(asking(view, act, code, cut), texts.get("back")))),
        offers);
    return new Screen(target, screen.text(), offers, Optional.of(code));
  }

  /** A buyer reads how much is accepted, because it may be a part. */
  private String asking(ContractView view, Act act, String code, int cut) {
    Optional<String> quantity = view.contract()
        .fulfilment()
        .open()
        .filter(claim -> act == Act.ACCEPT)
        .flatMap(Delivery::quantity)
        .map(some -> quantity(some, view.current().terms(), cut));
    return quantity
        .map(some -> texts.get("ask.accept.some", code, some))
        .orElseGet(() -> texts.get("ask." + act.wire(), code));
  }

  private String quantity(BigDecimal quantity, Terms terms, int cut) {
    String unit =
        terms.text(Terms.UNIT).map(named -> " " + shortened(named, cut)).orElse("");
    return quantity.toPlainString() + unit;
  }

  Screen languages(Optional<String> note) {
    Map<String, Target> offers = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      offers.put(
          Integer.toString(language.ordinal() + 1), Target.of(Place.LANGUAGE, language.ordinal()));
    }
    offers.put(BACK, Target.of(Place.MENU));
    return goesOn(
        Target.of(Place.LANGUAGES),
        note,
        cut -> texts.get("languages") + "\n" + texts.get("back"),
        offers);
  }

  Screen help(Optional<String> note) {
    return goesOn(
        Target.of(Place.HELP),
        note,
        cut -> texts.get("help") + "\n" + texts.get("back"),
        Map.of(BACK, Target.of(Place.MENU)));
  }

  /**
   * The last screen of a session.
   *
   * @param key of its text
   */
  Screen end(String key, Object... arguments) {
    String text = arguments.length == 0 ? texts.get(key) : texts.get(key, arguments);
    return new Screen(
        Target.of(Place.END), Screen.ENDS + Gsm7.nearest(text), Map.of(), Optional.empty());
  }

  private Stream<String> about(ContractView view, int cut) {
    Contract contract = view.contract();
    String version = contract.version() == 1 ? "" : " v" + contract.version();
    return Stream.of(
        contract.id() + version, shortened(goods(view), cut), amount(view).orElse(""));
  }

  private static String lines(Stream<String> lines) {
    return String.join("\n", lines.filter(line -> !line.isEmpty()).toList());
  }

  /** How much of what. */
  private String goods(ContractView view) {
    Terms terms = view.current().terms();
    return Stream.of(words.quantity(terms), terms.text(Terms.PRODUCT))
        .flatMap(Optional::stream)
        .reduce((quantity, product) -> quantity + " " + product)
        .orElse("");
  }

  private Optional<String> amount(ContractView view) {
    return view.current().totalAmount().map(words::amount).map(Gsm7::nearest);
  }

  private String status(Contract contract) {
    return texts.get("status." + contract.status().wire());
  }

  /** The other one of buyer and seller; for a mediator or a witness the seller. */
  private String with(Contract contract, Party reader, int cut) {
    Role other = reader.role() == Role.SELLER ? Role.BUYER : Role.SELLER;
    return contract.parties().stream()
        .filter(party -> party.role() == other)
        .findFirst()
        .map(party -> texts.get("role." + other.wire()) + " "
            + party.name().map(name -> shortened(name, cut)).orElse(""))
        .map(String::strip)
        .orElse("");
  }

  /** In letters of the alphabet of telephones, on one line. */
  private static String shortened(String text, int longest) {
    String line = Gsm7.nearest(text).replaceAll("\\s+", " ").strip();
    if (line.length() <= longest) {
      return line;
    }
    return longest < 3 ? "" : line.substring(0, longest - 2).strip() + "..";
  }

  /** Without its note where it fits only so. */
  private Screen goesOn(
      Target target, Optional<String> note, IntFunction<String> text, Map<String, Target> offers) {
    String words = note.map(key -> texts.get(key) + "\n")
        .flatMap(noted -> fitting(Screen.GOES_ON + noted, text))
        .or(() -> fitting(Screen.GOES_ON, text))
        .orElseThrow(() -> new IllegalStateException(target.place() + " is too long a screen"));
    return new Screen(target, words, offers, Optional.empty());
  }

  private static Optional<String> fitting(String start, IntFunction<String> text) {
    return IntStream.iterate(LONGEST_PART, cut -> cut >= 0, cut -> cut - 1)
        .mapToObj(cut -> Gsm7.nearest(start + text.apply(cut)))
        .filter(drawn -> Gsm7.septets(drawn) <= Screen.LONGEST)
        .findFirst();
  }
}

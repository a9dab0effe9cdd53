package org.voicepact.ussd.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.StillToStop;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.Party;
import org.voicepact.payment.control.Payments;
import org.voicepact.platform.entity.Language;
import org.voicepact.ussd.entity.Act;
import org.voicepact.ussd.entity.Place;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.Target;

/** Makes the screen of a place for a caller, from what the contracts are at present. */
@Singleton
public class ShowingScreen {

  /** Of two digits that do not begin with 0, which leads back. */
  private static final int LEAST_CODE = 10;

  private static final int CODES = 90;

  private final CallersContracts own;
  private final Contracts contracts;
  private final Payments payments;
  private final StillToStop stillToStop;
  private final SecureRandom random;
  private final Clock clock;
  private final Map<Language, DrawingScreen> drawings = new EnumMap<>(Language.class);

  @Inject
  public ShowingScreen(
      CallersContracts own,
      Contracts contracts,
      Payments payments,
      StillToStop stillToStop,
      SecureRandom random,
      Clock clock) {
    this.own = own;
    this.contracts = contracts;
    this.payments = payments;
    this.stillToStop = stillToStop;
    this.random = random;
    this.clock = clock;
    for (Language language : Language.values()) {
      drawings.put(language, new DrawingScreen(language));
    }
  }

  DrawingScreen in(Language language) {
    return drawings.get(language);
  }

  /**
   * @param note the key of what stands at its beginning
   */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ContractRefusal.class)
  public Screen show(Target target, Dialler dialler, Optional<String> note) {
    DrawingScreen drawing = in(dialler.language());
    return switch (target.place()) {
      case MENU, RESUME -> drawing.menu(note);
      case CONTRACTS -> drawing.contracts(own.all(dialler.phone(), target.number()), note);
      case PAYMENTS ->
        drawing.payments(own.due(dialler.phone(), target.number()), payments::standing, note);
      case NUMBER -> drawing.number(note);
      case CONTRACT -> contract(target.contract().orElseThrow(), dialler, note);
      case WORDS, ASK -> begin(target, dialler, note);
      case LANGUAGES, LANGUAGE -> drawing.languages(note);
      case HELP -> drawing.help(note);
      case END -> drawing.end("end.bye");
    };
  }

  private Screen contract(ContractId id, Dialler dialler, Optional<String> note) {
    DrawingScreen drawing = in(dialler.language());
    try {
      ContractView view = contracts.view(id);
      Party party = view.contract().party(dialler.phone());
      return drawing.contract(view, party, possible(view.contract(), party), note);
    } catch (ContractRefusal gone) {
      return drawing.menu(Optional.of("note.unknown"));
    }
  }

  /** Where the act is no longer possible, or the terms are others, the contract as it is now. */
  private Screen begin(Target target, Dialler dialler, Optional<String> note) {
    ContractId id = target.contract().orElseThrow();
    Act act = target.act().orElseThrow();
    try {
      ContractView view = contracts.view(id);
      Party party = view.contract().party(dialler.phone());
      List<Act> possible = possible(view.contract(), party);
      if (act.numberIn(view.contract()) == target.number() && possible.contains(act)) {
        return target.place() == Place.WORDS
            ? in(dialler.language()).words(view, act, note)
            : in(dialler.language()).ask(view, act, code(), note);
      }
    } catch (ContractRefusal gone) {
      return in(dialler.language()).menu(Optional.of("note.unknown"));
    }
    return contract(id, dialler, Optional.of("note.changed"));
  }

  private List<Act> possible(Contract contract, Party party) {
    return Act.of(contract, party, clock.instant(), stillToStop.somethingOf(contract));
  }

  private String code() {
    return Integer.toString(LEAST_CODE + random.nextInt(CODES));
  }
}

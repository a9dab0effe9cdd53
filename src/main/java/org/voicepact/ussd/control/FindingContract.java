package org.voicepact.ussd.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voicepact.access.control.Probing;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.platform.entity.TooManyRequests;
import org.voicepact.ussd.entity.Place;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.Target;

/**
 * Finds a caller's contract by its number. One of others looks like one that there is not, and trying numbers is
 * counted.
 */
@Singleton
public class FindingContract {

  /** What an id ends with. */
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");

  private static final int FEWEST_DIGITS = 6;

  private final CallersContracts own;
  private final Probing probing;
  private final ShowingScreen showing;

  @Inject
  public FindingContract(CallersContracts own, Probing probing, ShowingScreen showing) {
    this.own = own;
    this.probing = probing;
    this.showing = showing;
  }

  /**
   * @param typed an id, or the digits at its end; of several that end alike the newest is meant
   */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = Refusal.class)
  public Screen find(String typed, Dialler dialler) {
    Optional<String> wanted = wanted(typed);
    if (wanted.isEmpty()) {
      return again(dialler, "note.unclear");
    }
    try {
      return probing
          .ownAttempt(dialler.phone(), () -> own.endingWith(dialler.phone(), wanted.get()))
          .map(id -> showing.show(Target.contract(id, 0), dialler, Optional.empty()))
          .orElseGet(() -> again(dialler, "note.unknown"));
    } catch (TooManyRequests tooMany) {
      return again(dialler, "note.tried");
    }
  }

  private Screen again(Dialler dialler, String note) {
    return showing.show(Target.of(Place.NUMBER), dialler, Optional.of(note));
  }

  /** The end of an id, or all of it. */
  static Optional<String> wanted(String typed) {
    String id = typed.strip().replace(' ', '-').toUpperCase(Locale.ROOT);
    if (DIGITS.matcher(id).matches()) {
      String digits = id.replaceFirst("^0+", "");
      return Optional.of("-" + "0".repeat(Math.max(0, FEWEST_DIGITS - digits.length())) + digits);
    }
    return ContractId.parse(id).map(ContractId::value);
  }
}

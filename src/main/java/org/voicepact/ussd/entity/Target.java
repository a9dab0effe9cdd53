package org.voicepact.ussd.entity;

import java.util.Optional;
import org.voicepact.contract.entity.ContractId;

/**
 * What a digit leads to, or a screen shows.
 *
 * @param number what it means, {@link Place} says
 */
public record Target(Place place, Optional<ContractId> contract, int number, Optional<Act> act) {

  private static final String GAP = ":";
  private static final int PARTS = 4;

  public static Target of(Place place) {
    return of(place, 0);
  }

  public static Target of(Place place, int number) {
    return new Target(place, Optional.empty(), number, Optional.empty());
  }

  public static Target contract(ContractId contract, int version) {
    return new Target(Place.CONTRACT, Optional.of(contract), version, Optional.empty());
  }

  public static Target ask(ContractId contract, int number, Act act) {
    return new Target(Place.ASK, Optional.of(contract), number, Optional.of(act));
  }

  /** What an act begins with. */
  public static Target begin(ContractId contract, int number, Act act) {
    return act.needsWords()
        ? new Target(Place.WORDS, Optional.of(contract), number, Optional.of(act))
        : ask(contract, number, act);
  }

  /** From where the same can be done again in another session: words that were typed are gone with theirs. */
  public Target again() {
    return place == Place.ASK ? begin(contract.orElseThrow(), number, act.orElseThrow()) : this;
  }

  /** What comes when its words are typed. */
  public Target withWords() {
    return ask(contract.orElseThrow(), number, act.orElseThrow());
  }

  /** The one spelling, as {@code ASK:AG-2026-000123:2:CONFIRM}. */
  String spelled() {
    return String.join(
        GAP,
        place.name(),
        contract.map(ContractId::value).orElse(""),
        Integer.toString(number),
        act.map(Act::name).orElse(""));
  }

  static Target parse(String spelled) {
    String[] parts = spelled.split(GAP, PARTS);
    return new Target(
        Place.valueOf(parts[0]),
        ContractId.parse(parts[1]),
        Integer.parseInt(parts[2]),
        Optional.of(parts[3]).filter(act -> !act.isEmpty()).map(Act::valueOf));
  }
}

package org.voicepact.ussd.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voicepact.contract.entity.ContractId;

/** A screen that a session has shown, and after which inputs. It never changes, save that its words are erased. */
@Entity
@Table(name = "ussd_step")
@IdClass(UssdStep.Key.class)
public class UssdStep {

  private static final String GAP = ",";
  private static final String LEADS_TO = "=";

  /** The key: session and place in its order, from 0 on. */
  public record Key(String sessionId, int position) implements Serializable {}

  @Id
  @Column(name = "session_id")
  private String sessionId;

  @Id
  private int position;

  @Column(name = "typed_length")
  private int typedLength;

  private String typed;

  @Enumerated(EnumType.STRING)
  private Place place;

  @Column(name = "contract_id")
  private String contractId;

  private int number;

  @Enumerated(EnumType.STRING)
  private Act act;

  private String offers;

  private String code;

  private String screen;

  protected UssdStep() {}

  /**
   * @param typedLength of all inputs before it, joined by stars
   * @param typed a keyed digest of them
   */
  public UssdStep(String sessionId, int position, int typedLength, String typed, Screen screen) {
    this.sessionId = sessionId;
    this.position = position;
    this.typedLength = typedLength;
    this.typed = typed;
    this.place = screen.target().place();
    this.contractId = screen.target().contract().map(ContractId::value).orElse(null);
    this.number = screen.target().number();
    this.act = screen.target().act().orElse(null);
    this.offers = screen.offers().entrySet().stream()
        .map(offer -> offer.getKey() + LEADS_TO + offer.getValue().spelled())
        .sorted()
        .collect(Collectors.joining(GAP));
    this.code = screen.code().orElse(null);
    this.screen = screen.text();
  }

  public int position() {
    return position;
  }

  public int typedLength() {
    return typedLength;
  }

  public boolean isAfter(String inputs) {
    return typed.equals(inputs);
  }

  /** What it shows. */
  public Target target() {
    return new Target(
        place,
        Optional.ofNullable(contractId).map(ContractId::new),
        number,
        Optional.ofNullable(act));
  }

  /** What each input leads to. */
  public Map<String, Target> offers() {
    return Arrays.stream(offers.split(GAP))
        .filter(offer -> !offer.isEmpty())
        .map(offer -> offer.split(LEADS_TO, 2))
        .collect(Collectors.toMap(offer -> offer[0], offer -> Target.parse(offer[1])));
  }

  /** Whether what is typed next are words, which may have stars in them, and not one of its offers. */
  public boolean takesWords() {
    return place == Place.WORDS;
  }

  /** Whether these are the two digits that it asks for. */
  public boolean asksFor(String digits) {
    return digits.equals(code);
  }

  /** As it was sent; empty once personal data was erased. */
  public Optional<String> screen() {
    return Optional.ofNullable(screen);
  }
}

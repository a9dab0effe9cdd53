package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.WireValue;

/** What a provider, or somebody else, has told of an order, as it came. */
@Entity
@Table(name = "payment_notice")
public class StoredNotice {

  /** What to think of it. */
  public enum Verdict implements WireValue {
    /** It came before our own request had its answer; it is judged after that. */
    EARLY,
    /** It fits, so that the provider was asked. */
    FITS,
    /** Nothing that is known is told of: a person has to look at it. */
    UNKNOWN,
    /** It tells of another amount, currency, number or reference: likewise. */
    DIFFERS,
    /** It says the opposite of what the provider has said before: likewise. */
    CONTRADICTS;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is longer is no notice of any provider. */
  public static final int LONGEST_WORDS = 20_000;

  @Id
  private String id;

  @Column(name = "order_id")
  private String orderId;

  private String provider;

  private String words;

  @Column(name = "is_question")
  private boolean isQuestion;

  @Column(name = "at_own_address")
  private boolean isAtOwnAddress;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected StoredNotice() {}

  /**
   * @param id the same for a repeat, and for no other
   * @param address that it came to, where it was made for an order
   */
  public StoredNotice(
      String id,
      Optional<String> orderId,
      String provider,
      String words,
      Optional<CallbackToken> address,
      Instant now) {
    this.id = id;
    this.orderId = orderId.orElse(null);
    this.provider = provider;
    this.words = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    this.isQuestion = address.filter(CallbackToken::isQuestion).isPresent();
    this.isAtOwnAddress = address.isPresent();
    this.verdict = Verdict.UNKNOWN;
    this.receivedAt = now;
  }

  public void judge(Verdict found) {
    verdict = found;
  }

  /**
   * Somebody has looked at it.
   *
   * @return false where that was done before
   */
  public boolean see(Instant now) {
    if (seenAt != null) {
      return false;
    }
    seenAt = now;
    return true;
  }

  public void erasePersonalData() {
    words = null;
  }

  public String provider() {
    return provider;
  }

  /** Empty once personal data was erased. */
  public Optional<String> words() {
    return Optional.ofNullable(words);
  }

  public boolean isQuestion() {
    return isQuestion;
  }

  /** Whether it came to an address that only this order's provider was told. */
  public boolean isAtOwnAddress() {
    return isAtOwnAddress;
  }

  public Verdict verdict() {
    return verdict;
  }

  public String id() {
    return id;
  }

  /** Of what it tells, where that is known. */
  public Optional<String> orderId() {
    return Optional.ofNullable(orderId);
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** Empty where nobody has looked at it. */
  public Optional<Instant> seenAt() {
    return Optional.ofNullable(seenAt);
  }
}

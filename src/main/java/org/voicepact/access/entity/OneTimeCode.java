package org.voicepact.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/** A code that was sent to a number, for one purpose; only keyed hashes of code and number are kept. */
@Entity
@Table(name = "one_time_code")
public class OneTimeCode {

  /** How long a code is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(5);

  /** How often a code may be tried. */
  public static final int MOST_TRIES = 5;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "one_time_code_id")
  @SequenceGenerator(
      name = "one_time_code_id",
      sequenceName = "one_time_code_id",
      allocationSize = 50)
  private Long id;

  private String recipient;
  private String purpose;
  private String hash;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private int tries;
  private boolean used;

  protected OneTimeCode() {}

  /**
   * @param recipient a keyed hash of the number
   * @param hash of the code, keyed and bound to number and purpose
   */
  public OneTimeCode(String recipient, CodePurpose purpose, String hash, Instant now) {
    this.recipient = recipient;
    this.purpose = purpose.spelled();
    this.hash = hash;
    this.expiresAt = now.plus(LIFETIME);
  }

  /** What it is for. */
  public CodePurpose purpose() {
    return CodePurpose.ofSpelled(purpose);
  }

  /** Uses the code up where the hash is that of the code; else one try less is left. */
  public boolean use(String claimed, Instant now) {
    boolean right = isRight(claimed, now);
    used |= right;
    return right;
  }

  /** Whether the hash is that of the code, which stays good; it takes a try all the same. */
  public boolean isRight(String claimed, Instant now) {
    if (used || tries >= MOST_TRIES || !now.isBefore(expiresAt)) {
      return false;
    }
    tries++;
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), claimed.getBytes(StandardCharsets.US_ASCII));
  }
}

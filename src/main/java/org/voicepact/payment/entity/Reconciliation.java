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

/** What a provider's statement and our books said of the same time, when they were compared. */
@Entity
@Table(name = "reconciliation")
public class Reconciliation {

  /** What there is to be done. */
  public enum Status implements WireValue {
    /** Both say the same. */
    AGREED,
    /** Somebody has to look at what differs. */
    OPEN,
    /** Somebody has, or the same time was compared again. */
    SEEN;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  private String id;

  private String provider;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "to_at")
  private Instant toAt;

  @Column(name = "compared_at")
  private Instant comparedAt;

  @Enumerated(EnumType.STRING)
  private Status status;

  private int movements;

  private int charges;

  private int found;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected Reconciliation() {}

  /**
   * @param id new
   * @param provider by its name
   * @param time that the statement is of
   * @param found how many differences
   */
  public Reconciliation(
      String id, String provider, Period time, Statement statement, int found, Instant now) {
    this.id = id;
    this.provider = provider;
    this.fromAt = time.from();
    this.toAt = time.to();
    this.comparedAt = now;
    this.status = found == 0 ? Status.AGREED : Status.OPEN;
    this.movements = statement.lines().size();
    this.charges = statement.charges().size();
    this.found = found;
  }

  /**
   * Somebody has looked at what differs.
   *
   * @return false where nothing does, or that was done before
   */
  public boolean see(Instant now) {
    if (status != Status.OPEN) {
      return false;
    }
    status = Status.SEEN;
    seenAt = now;
    return true;
  }

  public Status status() {
    return status;
  }

  public String id() {
    return id;
  }

  public String provider() {
    return provider;
  }

  public Instant from() {
    return fromAt;
  }

  public Instant to() {
    return toAt;
  }

  public Instant comparedAt() {
    return comparedAt;
  }

  /** How many movements the statement has. */
  public int movements() {
    return movements;
  }

  /** How many charges of the provider's the statement has. */
  public int charges() {
    return charges;
  }

  /** How many differences there are. */
  public int found() {
    return found;
  }

  /** Empty where nobody has. */
  public Optional<Instant> seenAt() {
    return Optional.ofNullable(seenAt);
  }
}

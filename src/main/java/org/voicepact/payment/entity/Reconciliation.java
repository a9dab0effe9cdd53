package org.voicepact.payment.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.Json;
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

  /** So many characters of what differs are kept; who has more compares less time at once. */
  private static final int LONGEST_KEPT = 900_000;

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

  private String differences;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected Reconciliation() {}

  /**
   * @param id new
   * @param provider by its name
   * @param time that the statement is of
   */
  public Reconciliation(
      String id,
      String provider,
      Period time,
      Statement statement,
      List<Difference> differences,
      Instant now) {
    this.id = id;
    this.provider = provider;
    this.fromAt = time.from();
    this.toAt = time.to();
    this.comparedAt = now;
    this.status = differences.isEmpty() ? Status.AGREED : Status.OPEN;
    this.movements = statement.lines().size();
    this.charges = statement.charges().size();
    this.found = differences.size();
    this.differences = Json.write(kept(differences));
  }

  private static ArrayNode kept(List<Difference> differences) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    int length = 0;
    for (Difference difference : differences) {
      ObjectNode document = difference.document();
      length += Json.write(document).length() + 1;
      if (length > LONGEST_KEPT) {
        break;
      }
      kept.add(document);
    }
    return kept;
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

  /** An array of {@link Difference#document}: all that were found, or the first where these are very many. */
  public JsonNode differences() {
    return Json.read(differences);
  }

  /** Empty where nobody has. */
  public Optional<Instant> seenAt() {
    return Optional.ofNullable(seenAt);
  }
}

package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** An answer to a question about the card of a number. It may be here before it is known which question that is. */
@Entity
@Table(name = "sim_swap_answer")
public class SimSwapAnswer {

  /** How it is stored. */
  public enum Word {
    FOUND,
    NONE,
    UNKNOWN;

    public static Word of(SimSwap swap) {
      if (swap instanceof SimSwap.Found) {
        return FOUND;
      }
      return swap instanceof SimSwap.None ? NONE : UNKNOWN;
    }

    public String stored() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @Column(name = "request_id")
  private String requestId;

  private String answer;

  @Column(name = "swapped_at")
  private Instant swappedAt;

  @Column(name = "answered_at")
  private Instant answeredAt;

  protected SimSwapAnswer() {}

  public SimSwap swap() {
    return switch (Word.valueOf(answer.toUpperCase(Locale.ROOT))) {
      case FOUND -> new SimSwap.Found(Optional.ofNullable(swappedAt));
      case NONE -> new SimSwap.None();
      case UNKNOWN -> new SimSwap.Unknown();
    };
  }
}

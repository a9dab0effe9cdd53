package org.voicepact.evidence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A head of the log as it was signed; all are kept. */
@Entity
@Table(name = "audit_checkpoint")
public class SignedCheckpoint {

  @Id
  private long size;

  private String note;

  @Column(name = "signed_at")
  private Instant signedAt;

  protected SignedCheckpoint() {}

  public SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
    this.size = checkpoint.size();
    this.note = note.text();
    this.signedAt = checkpoint.time();
  }

  /** How many entries of the log it covers. */
  public long size() {
    return size;
  }

  /** The signed note, see {@link Checkpoint}. */
  public String note() {
    return note;
  }
}

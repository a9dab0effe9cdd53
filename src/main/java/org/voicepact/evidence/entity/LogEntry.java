package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** An audit entry with its place in the log; it is only ever added. */
@Entity
@Table(name = "audit_log")
public class LogEntry {

  @Id
  private long sequence;

  @OneToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "entry_id")
  private AuditEntry entry;

  private String chain;

  private Integer number;

  private String previous;

  @Column(name = "entry_hash")
  private byte[] hash;

  protected LogEntry() {}

  /**
   * @param sequence from 1 on
   * @param place empty where the entry belongs to no chain
   * @param hash of the leaf that {@link AuditEntry#document} makes
   */
  public LogEntry(long sequence, AuditEntry entry, Optional<Place> place, byte[] hash) {
    this.sequence = sequence;
    this.entry = entry;
    this.chain = place.map(Place::chain).orElse(null);
    this.number = place.map(Place::number).orElse(null);
    this.previous = place.map(Place::previous).orElse(null);
    this.hash = hash.clone();
  }

  public long sequence() {
    return sequence;
  }

  /** The id of the entry itself, apart from its place. */
  public long entryId() {
    return entry.id();
  }

  /** The number in its chain; 0 where it belongs to none. */
  public int number() {
    return number == null ? 0 : number;
  }

  /** The id of the contract, or the name of the other chain; empty where it belongs to none. */
  public Optional<String> chain() {
    return Optional.ofNullable(chain);
  }

  public Instant recordedAt() {
    return entry.recordedAt();
  }

  public Channel channel() {
    return entry.channel();
  }

  public String action() {
    return entry.action();
  }

  /** A member of the entry's data. */
  public Optional<String> data(String name) {
    return entry.data(name);
  }

  public byte[] hash() {
    return hash.clone();
  }

  public String hexHash() {
    return HexFormat.of().formatHex(hash);
  }

  /** The place of the entry that comes after this one in its chain. */
  public Place next() {
    return new Place(chain, number() + 1, hexHash());
  }

  /** The document whose canonical form is the leaf. */
  public ObjectNode document() {
    return entry.document(
        sequence, Optional.ofNullable(chain).map(known -> new Place(known, number, previous)));
  }
}

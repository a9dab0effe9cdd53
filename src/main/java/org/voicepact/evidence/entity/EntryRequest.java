package org.voicepact.evidence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The id of the request, or of the server's own run, in which an entry was written. It stands beside the evidence: no
 * hash covers it.
 */
@Entity
@Table(name = "audit_request")
public class EntryRequest {

  @Id
  @Column(name = "entry_id")
  private long entryId;

  @Column(name = "request_id")
  private String requestId;

  protected EntryRequest() {}

  public long entryId() {
    return entryId;
  }

  public String requestId() {
    return requestId;
  }
}

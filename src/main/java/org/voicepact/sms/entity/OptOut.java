package org.voicepact.sms.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person, known by a keyed digest of the number, wants nothing but answers to their own messages. */
@Entity
@Table(name = "sms_opt_out")
public class OptOut {

  @Id
  private String phone;

  private Instant since;

  protected OptOut() {}
}

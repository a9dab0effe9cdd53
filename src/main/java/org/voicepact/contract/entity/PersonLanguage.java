package org.voicepact.contract.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.WireValue;

/** In which language a person wants to be written to, by their own choice; known by a keyed digest of the number. */
@Entity
@Table(name = "person_language")
public class PersonLanguage {

  @Id
  private String phone;

  private String language;

  @Column(name = "chosen_at")
  private Instant chosenAt;

  protected PersonLanguage() {}

  public Language language() {
    return WireValue.of(Language.class, language).orElseThrow();
  }
}

package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.contract.control.PersonLanguages;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

/** Keeps how a person wants to be written to, and says so. */
@Singleton
public class PersonalWishes {

  private final OptOuts optOuts;
  private final PersonLanguages languages;
  private final PersonTexts texts;
  private final Outbox outbox;

  @Inject
  public PersonalWishes(
      OptOuts optOuts, PersonLanguages languages, PersonTexts texts, Outbox outbox) {
    this.optOuts = optOuts;
    this.languages = languages;
    this.texts = texts;
    this.outbox = outbox;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void stop(PhoneNumber person) {
    optOuts.add(person);
    answer(person, "stopped");
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void start(PhoneNumber person) {
    optOuts.remove(person);
    answer(person, "started");
  }

  /**
   * @param wanted empty where it is no language that we have
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void choose(PhoneNumber person, Optional<Language> wanted) {
    if (wanted.isEmpty()) {
      outbox.answerSeldom(person, texts.of(person).text("language.which"), Optional.empty());
      return;
    }
    languages.choose(person, wanted.get());
    answer(person, "language.chosen");
  }

  private void answer(PhoneNumber person, String key) {
    outbox.answer(person, texts.of(person).text(key), Optional.empty());
  }
}

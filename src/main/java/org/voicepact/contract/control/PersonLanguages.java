package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.PersonLanguage;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.WireValue;

/**
 * In which language a person is written to: the one that they chose, else the one that a request named for them, else
 * that of the country of the number, else English.
 */
@Singleton
public class PersonLanguages {

  private static final String PHONE = "person-language/1";
  private static final Set<String> SWAHILI = Set.of("TZ");
  private static final Set<String> FRENCH = Set.of(
      "BF", "BI", "BJ", "CD", "CF", "CG", "CI", "CM", "DJ", "GA", "GN", "MG", "ML", "NE", "SN",
      "TD", "TG");

  private static final String CHANGE =
      "UPDATE person_language SET language = ?2, chosen_at = ?3 WHERE phone = ?1";
  private static final String INSERT = "INSERT INTO person_language (phone, language, chosen_at)"
      + " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";

  private final EntityManager entities;
  private final PhoneNumbers phones;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  @Inject
  public PersonLanguages(
      EntityManager entities, PhoneNumbers phones, Pseudonyms pseudonyms, Clock clock) {
    this.entities = entities;
    this.phones = phones;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /** For words about no contract: what was named last for the number counts. */
  @Transactional
  public Language of(PhoneNumber phone) {
    return chosen(phone).or(() -> named(phone)).orElseGet(() -> ofCountry(phone));
  }

  /** For words about a contract. */
  @Transactional
  public Language of(PhoneNumber phone, Contract contract) {
    Optional<Party> party = contract.parties().stream()
        .filter(each -> each.phone().filter(phone::equals).isPresent())
        .findFirst();
    return party.isEmpty()
        ? of(phone)
        : chosen(phone).or(party.get()::language).orElseGet(() -> ofCountry(phone));
  }

  private Optional<Language> chosen(PhoneNumber phone) {
    return known(phone).findFirst().map(PersonLanguage::language);
  }

  /** Under former secrets as well; what was chosen last goes first. */
  private Stream<PersonLanguage> known(PhoneNumber phone) {
    return pseudonyms.all(PHONE, phone.e164()).stream()
        .map(digest -> entities.find(PersonLanguage.class, digest))
        .filter(Objects::nonNull);
  }

  private Optional<Language> named(PhoneNumber phone) {
    return entities
        .createQuery(
            "SELECT p.language FROM Party p WHERE p.phone = :phone AND p.language IS NOT NULL"
                + " ORDER BY p.id DESC",
            String.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .flatMap(code -> WireValue.of(Language.class, code));
  }

  /** That of the country of the number, which is known without the database. */
  public Language ofCountry(PhoneNumber phone) {
    return ofCountry(phones.region(phone));
  }

  /**
   * @param country its ISO 3166 code
   */
  public static Language ofCountry(String country) {
    if (SWAHILI.contains(country)) {
      return Language.SW;
    }
    return FRENCH.contains(country) ? Language.FR : Language.EN;
  }

  /** The person chooses; of several choices at the same time one counts, and none fails. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void choose(PhoneNumber phone, Language language) {
    if (execute(CHANGE, phone, language) == 0 && execute(INSERT, phone, language) == 0) {
      execute(CHANGE, phone, language);
    }
  }

  private int execute(String statement, PhoneNumber phone, Language language) {
    return entities
        .createNativeQuery(statement)
        .setParameter(1, digest(phone))
        .setParameter(2, language.wire())
        .setParameter(3, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  /** Forgets the choice of a number, unless a contract has the number. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(PhoneNumber phone) {
    List<PersonLanguage> known = known(phone).toList();
    if (!known.isEmpty() && !isNeeded(phone)) {
      known.forEach(entities::remove);
    }
  }

  private boolean isNeeded(PhoneNumber phone) {
    return !entities
        .createQuery("SELECT p.id FROM Party p WHERE p.phone = :phone", Long.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private String digest(PhoneNumber phone) {
    return pseudonyms.of(PHONE, phone.e164());
  }
}

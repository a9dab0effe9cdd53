package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.DisputingContract;
import org.voicepact.contract.control.ErasingPersonalData;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.ussd.control.AnsweringInTime;
import org.voicepact.ussd.control.UssdSessions;
import org.voicepact.ussd.entity.Dial;

/**
 * A caller is answered in time while the database is not, and what comes too late has no effect; what sessions have
 * shown does not stay.
 */
@InContainer
class UssdSessionsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern CODE = Pattern.compile("Type ([0-9]{2}) to");

  private final PhoneNumber phone = Samples.newPhone();
  private final String session = UUID.randomUUID().toString();

  @Inject
  private AnsweringInTime answering;

  @Inject
  private UssdSessions sessions;

  @Inject
  private CreatingContract creating;

  @Inject
  private AnsweringContract contracts;

  @Inject
  private DisputingContract disputing;

  @Inject
  private ErasingPersonalData erasing;

  @Inject
  private EntityManager entities;

  @Inject
  private UserTransaction transaction;

  @Deployment
  static WebArchive application() {
    return Deployments.with(UssdSessionsIT.class, Samples.class);
  }

  private String answer(PhoneNumber caller, String text) {
    return answering.answer(new Dial(session, caller, text, Assurance.GATEWAY));
  }

  @Test
  void aContractThatIsHeldKeepsNobodyWaitingAndIsNotAnsweredLater() throws Exception {
    ContractId id = creating
        .create(Samples.contract("Sorghum", phone, Samples.newPhone()), Actor.ANONYMOUS)
        .contract()
        .id();
    answer(phone, "1*1");
    String code = code(answer(phone, "1*1*1"));
    transaction.begin();
    lockContract(id);
    long start = System.nanoTime();

    String screen = answer(phone, "1*1*1*" + code);

    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    transaction.rollback();
    assertTrue(screen.startsWith("END VoicePact is busy."), screen);
    assertTrue(waited.compareTo(PATIENCE) < 0, waited.toString());
    // What still ran has ended when the session is free again.
    transaction.begin();
    entities.createNativeQuery("SELECT s.id FROM ussd_session s FOR UPDATE").getResultList();
    assertEquals(0L, count("SELECT COUNT(*) FROM signed_statement WHERE contract_id = ?1", id));
    transaction.rollback();
  }

  private void lockContract(ContractId id) {
    entities
        .createNativeQuery("SELECT c.id FROM contract c WHERE c.id = ?1 FOR UPDATE")
        .setParameter(1, id.value())
        .getResultList();
  }

  @Test
  void theWordsAreInTheLanguageOfTheCountry() throws Exception {
    PhoneNumber tanzanian = new PhoneNumber("+255712000001");
    answer(tanzanian, "");
    transaction.begin();
    entities.createNativeQuery("SELECT s.id FROM ussd_session s FOR UPDATE").getResultList();

    String screen = answer(tanzanian, "1");

    transaction.rollback();
    assertTrue(screen.startsWith("END VoicePact ina kazi nyingi."), screen);
  }

  @Test
  void aMediatorDecidesOnTheLineOfACheckedGatewayAlone() {
    PhoneNumber seller = Samples.newPhone();
    PhoneNumber buyer = Samples.newPhone();
    ContractId id = creating
        .create(Samples.mediated("Beans", seller, buyer, phone), Actor.ANONYMOUS)
        .contract()
        .id();
    Provenance how = Provenance.byRest(Assurance.CLAIMED);
    for (PhoneNumber party : List.of(seller, buyer, phone)) {
      contracts.confirm(id, party, Optional.empty(), how);
    }
    disputing.dispute(id, buyer, Expected.version(Optional.empty()), "They are wet", how);
    assertTrue(
        answer(phone, "1*1").contains("They are wet\n1 Decide: completed\n2 Decide: cancelled"));

    Dial claimed = new Dial("claimed " + session, phone, "1*1*2*Bad luck", Assurance.CLAIMED);
    Dial typed = new Dial(
        claimed.sessionId(),
        phone,
        claimed.text() + "*" + code(answering.answer(claimed)),
        Assurance.CLAIMED);
    assertEquals(
        "END Your number is not proved here. " + id + " was not changed.", answering.answer(typed));

    String asked = answer(phone, "1*1*2*Bad * luck");
    assertEquals(
        "END You decided: " + id + " is cancelled.",
        answer(phone, "1*1*2*Bad * luck*" + code(asked)));
  }

  private static String code(String screen) {
    Matcher code = CODE.matcher(screen);
    assertTrue(code.find(), screen);
    return code.group(1);
  }

  @Test
  void whatWasShownOfAContractGoesWithItsPersonalData() {
    ContractId id = creating
        .create(Samples.contract("Millet", Samples.newPhone(), phone), Actor.ANONYMOUS)
        .contract()
        .id();
    assertTrue(answer(phone, "1*1").contains("Seller Wanjiku"));
    contracts.decline(id, phone, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));

    erasing.erase(id, Actor.key("test"));

    assertEquals("END This session is over. Please dial again.", answer(phone, "1*1"));
    assertEquals(
        0L,
        count("SELECT COUNT(*) FROM ussd_step WHERE contract_id = ?1 AND screen IS NOT NULL", id));
  }

  private long count(String query, ContractId id) {
    return ((Number)
            entities.createNativeQuery(query).setParameter(1, id.value()).getSingleResult())
        .longValue();
  }

  @Test
  void sessionsAreForgottenWithAllThatTheyHaveShown() throws Exception {
    answer(phone, "1");
    sessions.forgetBefore(Instant.EPOCH);
    assertTrue(countSteps() > 0);
    sessions.forgetBefore(Instant.parse("2999-01-01T00:00:00Z"));
    assertEquals(0L, countSteps());
  }

  private long countSteps() {
    return ((Number)
            entities.createNativeQuery("SELECT COUNT(*) FROM ussd_step").getSingleResult())
        .longValue();
  }
}

package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.ErasingPersonalData;
import org.voicepact.contract.control.PersonLanguages;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.GatewayCall;
import org.voicepact.sms.control.GatewayCall.Ended;
import org.voicepact.sms.control.SendingOutbox;
import org.voicepact.sms.entity.InboundMessage;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.SendOutcome;

/**
 * Whose messages go with the personal data of a contract, and whose stay. Each test is one transaction that is rolled
 * back, so that the server's own dispatcher sees nothing of it.
 */
@InContainer
class ErasingPersonalDataIT {

  private static final Actor ADMINISTRATOR = Actor.key("test");

  @Inject
  private CreatingContract creating;

  @Inject
  private AnsweringContract answering;

  @Inject
  private ErasingPersonalData erasing;

  @Inject
  private SendingOutbox sending;

  @Inject
  private PersonLanguages languages;

  @Inject
  private EntityManager entities;

  @Inject
  private UserTransaction transaction;

  @Inject
  private Clock clock;

  private final PhoneNumber seller = Samples.newPhone();
  private final PhoneNumber buyer = Samples.newPhone();

  @Deployment
  static WebArchive application() {
    return Deployments.with(ErasingPersonalDataIT.class, Samples.class);
  }

  @BeforeEach
  void begin() throws Exception {
    transaction.begin();
  }

  @AfterEach
  void rollBack() throws Exception {
    transaction.rollback();
  }

  @Test
  void allMessagesOfANumberGoWithItsOnlyContract() {
    ContractId id = declined(seller, buyer);
    inbound(seller, id);
    inbound(seller, null);
    outbound(seller, null);
    assertTrue(messagesOf(seller) > 3);

    erase(id);

    assertEquals(0, messagesOf(seller));
    assertEquals(0, messagesOf(buyer));
  }

  @Test
  void whatAnotherContractOfTheNumberNeedsStays() {
    ContractId erased = declined(seller, buyer);
    ContractId other = declined(seller, Samples.newPhone());
    inbound(seller, erased);
    inbound(seller, other);
    inbound(seller, null);
    outbound(seller, null);
    long ofTheOther = messagesOf(seller, other);

    erase(erased);

    assertEquals(0, messagesOf(seller, erased));
    assertEquals(ofTheOther, messagesOf(seller, other));
    assertEquals(ofTheOther + 2, messagesOf(seller));
    assertEquals(0, messagesOf(buyer));
  }

  @Test
  void whatWasLeftForTheOtherContractGoesWithThatOne() {
    ContractId first = declined(seller, buyer);
    ContractId second = declined(seller, buyer);
    inbound(seller, null);

    erase(first);
    assertTrue(messagesOf(seller) > 1);
    erase(second);

    assertEquals(0, messagesOf(seller));
    assertEquals(0, messagesOf(buyer));
  }

  @Test
  void theLanguageOfANumberGoesWithItsLastContract() {
    ContractId first = declined(seller, buyer);
    ContractId second = declined(seller, Samples.newPhone());
    languages.choose(seller, Language.FR);
    languages.choose(buyer, Language.SW);

    erase(first);
    assertEquals(Language.FR, languages.of(seller));
    assertEquals(Language.EN, languages.of(buyer));

    erase(second);
    assertEquals(Language.EN, languages.of(seller));
  }

  @Test
  void aNumberOfNoPartyGoesFromWhatItWroteAboutTheContractAlone() {
    PhoneNumber stranger = Samples.newPhone();
    ContractId id = declined(seller, buyer);
    inbound(stranger, id);
    inbound(stranger, null);

    erase(id);

    assertEquals(1, messagesOf(stranger));
  }

  @Test
  void whatWasWrittenSinceThenGoesWhenItIsErasedAgainAndTheTrailHasOneLine() {
    ContractId id = declined(seller, buyer);
    erase(id);
    inbound(seller, id);
    outbound(seller, id);

    erase(id);

    assertEquals(0, messagesOf(seller));
    assertEquals(
        1L,
        number("SELECT COUNT(*) FROM audit_entry WHERE action = 'personal-data.erased'"
            + " AND actor = 'key:test' AND data = '{}' AND subject = '" + id + "'"));
  }

  @Test
  void aMessageThatWaitsIsNeverTakenForSending() {
    ContractId id = declined(seller, buyer);
    long waiting = waiting(id);
    assertTrue(waiting > 0);

    erase(id);
    while (!sending.claim().isEmpty()) {
      entities.flush();
    }

    assertEquals(0, waiting(id));
    assertEquals(
        waiting,
        number("SELECT COUNT(*) FROM outbound_message WHERE attempts = 0 AND status = 'FAILED'"
            + " AND failure = 'personal data was erased before it was sent'"
            + " AND contract_id = '" + id + "'"));
  }

  @Test
  void aMessageThatWasTakenIsNotSentAnyMore() {
    ContractId id = declined(seller, buyer);
    OutboundMessage message = outbound(seller, id);
    message.sending().take(clock.instant(), Duration.ofMinutes(2));
    entities.flush();

    erase(id);

    assertTrue(sending.begin(List.of(List.of(message))).isEmpty());
  }

  @Test
  void ofAMessageThatIsBeingSentNoNumberIsLeft() {
    ContractId id = declined(seller, buyer);
    OutboundMessage message = outbound(seller, id);
    message.sending().take(clock.instant(), Duration.ofMinutes(2));
    entities.flush();
    GatewayCall call = sending.begin(List.of(List.of(message))).get(0);

    erase(id);
    sending.end(List.of(new Ended(
        call, Map.of(seller, new SendOutcome.Accepted(Optional.of("the gateway's id"))))));
    entities.flush();

    assertEquals(
        1L,
        number("SELECT COUNT(*) FROM outbound_message WHERE status = 'ACCEPTED'"
            + " AND gateway_id IS NULL AND phone IS NULL AND contract_id = '" + id + "'"));
  }

  @Test
  void aContractWhoseTimeIsOverEndsAndIsErasedAtOnce() {
    ContractId id = pending(seller, buyer);
    answering.confirm(id, seller, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));
    entities.flush();
    entities
        .createNativeQuery(
            "UPDATE contract SET expires_at = CURRENT_TIMESTAMP - INTERVAL '1' SECOND WHERE id = ?1")
        .setParameter(1, id.value())
        .executeUpdate();

    erase(id);

    assertEquals(
        1L,
        number("SELECT COUNT(*) FROM contract WHERE status = 'EXPIRED'"
            + " AND personal_data_erased_at IS NOT NULL AND id = '" + id + "'"));
    assertEquals(0, waiting(id));
    assertEquals(0, messagesOf(seller));
  }

  @Test
  void whileAContractIsPendingNothingOfItGoes() {
    ContractId id = pending(seller, buyer);
    long before = messagesOf(seller);

    ContractRefusal refusal = assertThrows(ContractRefusal.class, () -> erase(id));

    assertEquals(ContractRefusal.Reason.UNDER_WAY, refusal.reason());
    assertEquals(before, messagesOf(seller));
    assertEquals(
        2L,
        number(
            "SELECT COUNT(*) FROM party WHERE phone IS NOT NULL AND contract_id = '" + id + "'"));
  }

  private ContractId pending(PhoneNumber one, PhoneNumber other) {
    return creating
        .create(Samples.contract("Maize", one, other), Actor.ANONYMOUS)
        .contract()
        .id();
  }

  private ContractId declined(PhoneNumber one, PhoneNumber other) {
    ContractId id = pending(one, other);
    answering.decline(id, other, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));
    return id;
  }

  private void erase(ContractId id) {
    entities.flush();
    entities.clear();
    erasing.erase(id, ADMINISTRATOR);
    entities.flush();
  }

  private void inbound(PhoneNumber from, ContractId about) {
    InboundMessage message = new InboundMessage(
        Optional.empty(),
        from.e164(),
        Optional.empty(),
        "words",
        Optional.empty(),
        Optional.empty(),
        clock.instant());
    message.sentBy(from, UnaryOperator.identity());
    Optional.ofNullable(about).ifPresent(message::isAbout);
    entities.persist(message);
  }

  private OutboundMessage outbound(PhoneNumber to, ContractId about) {
    OutboundMessage message =
        OutboundMessage.answer(to, "words", about == null ? null : about.value(), clock.instant());
    entities.persist(message);
    return message;
  }

  private long messagesOf(PhoneNumber phone) {
    return messages(phone, "");
  }

  private long messagesOf(PhoneNumber phone, ContractId about) {
    return messages(phone, " AND contract_id = '" + about + "'");
  }

  private long messages(PhoneNumber phone, String condition) {
    return List.of(
            "inbound_message WHERE sender_phone = '" + phone.e164() + "'" + condition,
            "outbound_message WHERE phone = '" + phone.e164() + "'" + condition)
        .stream()
        .mapToLong(rows -> number("SELECT COUNT(*) FROM " + rows))
        .sum();
  }

  private long waiting(ContractId id) {
    return number("SELECT COUNT(*) FROM outbound_message WHERE status IN ('QUEUED', 'SENDING')"
        + " AND contract_id = '" + id + "'");
  }

  private long number(String query) {
    entities.flush();
    return ((Number) entities.createNativeQuery(query).getSingleResult()).longValue();
  }
}

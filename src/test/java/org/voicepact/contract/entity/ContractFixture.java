package org.voicepact.contract.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.entity.HashAlgorithm;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

/** Contracts for tests, made without a server. */
public final class ContractFixture {

  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  public static final Duration TIME_TO_ANSWER = Duration.ofDays(1);
  public static final ContractId ID = new ContractId("AG-2026-000123");
  public static final PhoneNumber SELLER = new PhoneNumber("+254712000101");
  public static final PhoneNumber BUYER = new PhoneNumber("+254712000102");
  public static final PhoneNumber WITNESS = new PhoneNumber("+254712000103");
  public static final PhoneNumber STRANGER = new PhoneNumber("+254712000199");

  private static final List<PhoneNumber> PHONES = List.of(SELLER, BUYER, WITNESS);
  private static final List<Role> ROLES = List.of(Role.SELLER, Role.BUYER, Role.WITNESS);

  private ContractFixture() {}

  /** A pending contract of a seller and a buyer, made at {@link #NOON}. */
  public static Contract ofTwo() {
    return of(ID, 2);
  }

  /** Likewise with a witness. */
  public static Contract ofThree() {
    return of(ID, 3);
  }

  public static Contract of(ContractId id, int parties) {
    List<Party> made = new ArrayList<>();
    for (int i = 0; i < parties; i++) {
      made.add(new Party(
          ROLES.get(i),
          Optional.of("Party " + i),
          PHONES.get(i),
          Optional.empty(),
          new byte[32],
          "commitment-" + i));
    }
    return new Contract(
        id, ContractType.AGRICULTURAL_SUPPLY, Language.EN, made, NOON, NOON.plus(TIME_TO_ANSWER));
  }

  /** Confirmed by both at {@link #NOON}. */
  public static Contract confirmed() {
    Contract contract = ofTwo();
    contract.confirm(SELLER, Optional.empty(), NOON);
    contract.confirm(BUYER, Optional.empty(), NOON);
    return contract;
  }

  /** Declined by the seller at {@link #NOON}. */
  public static Contract declined() {
    Contract contract = ofTwo();
    contract.decline(SELLER, Optional.empty(), NOON);
    return contract;
  }

  /** Confirmed by the seller alone, until its time was over. */
  public static Contract expired() {
    Contract contract = ofTwo();
    contract.confirm(SELLER, Optional.empty(), NOON);
    contract.expire(contract.expiresAt());
    return contract;
  }

  public static Terms terms(String currency, String json) {
    return new Terms(Currency.getInstance(currency), (ObjectNode) Json.read(json));
  }

  /** The contract's current version with these terms. */
  public static ContractVersion version(Contract contract, Terms terms) {
    return new ContractVersion(
        contract.id(),
        contract.version(),
        NOON,
        contract.expiresAt(),
        terms,
        new byte[] {1},
        HashAlgorithm.BLAKE2B);
  }
}

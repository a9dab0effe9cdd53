package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.contract.control.ContractSettings;
import org.voicepact.contract.control.NewContract;
import org.voicepact.contract.control.NewContract.NewParty;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

/** Reads the bodies of requests about contracts. Each method fails with all faults at once. */
@Singleton
public class ContractRequests {

  private static final int LONGEST_TRANSCRIPT = 20_000;
  private static final int LONGEST_REASON = 500;

  /** No currency that is in use has more minor digits. */
  private static final Currency MOST_PRECISE = Currency.getInstance("KWD");

  private final PhoneNumbers phones;
  private final ContractSettings settings;

  @Inject
  public ContractRequests(PhoneNumbers phones, ContractSettings settings) {
    this.phones = phones;
    this.settings = settings;
  }

  /** {@code POST /contracts/create}. */
  NewContract create(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    String transcript = fields.requiredLongText("transcript", LONGEST_TRANSCRIPT);
    fields.refuseOthers(List.of("transcript", "terms", "parties", "contract_type", "language"));
    Terms terms = TermsReader.read(noTerms(), fields.object("terms"));
    return newContract(fields, terms, Optional.of(transcript));
  }

  /** {@code POST /contracts/create/manual}. */
  NewContract createManual(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(with(Terms.PUBLISHED, "terms", "parties", "contract_type", "language"));
    Terms terms = TermsReader.read(noTerms(), fields.only(Terms.PUBLISHED), fields.object("terms"));
    for (String required : List.of(Terms.PRODUCT, Terms.TOTAL_AMOUNT)) {
      if (!terms.members().has(required)) {
        fields.refuseOnce(required, "is required");
      }
    }
    return newContract(fields, terms, Optional.empty());
  }

  private NewContract newContract(JsonFields fields, Terms terms, Optional<String> transcript) {
    ContractType type =
        fields.value("contract_type", ContractType.class).orElse(ContractType.AGRICULTURAL_SUPPLY);
    Optional<Language> language = fields.value("language", Language.class);
    List<NewParty> parties = PartyRequest.readAll(fields, phones, language);
    fields.check();
    return new NewContract(type, language.orElse(Language.EN), terms, transcript, parties);
  }

  private static List<String> with(List<String> members, String... others) {
    return Stream.concat(members.stream(), Stream.of(others)).toList();
  }

  private Terms noTerms() {
    return new Terms(settings.defaultCurrency(), JsonNodeFactory.instance.objectNode());
  }

  /**
   * What came with {@code POST …/confirm} and {@code …/decline}.
   *
   * @param queryPhone {@code phone_number} of the query, which the old API used; the body goes first
   */
  Claim answer(InputStream body, String queryPhone) {
    JsonFields fields = JsonFields.read(body);
    Optional<PhoneNumber> phone = phone(fields, queryPhone);
    Optional<Integer> version = fields.count("version");
    Optional<String> code = code(fields);
    fields.check();
    return new Claim(phone.orElseThrow(), version, code);
  }

  /** What came with {@code POST …/disclosure}. */
  Claim disclosure(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    Optional<PhoneNumber> phone = PhoneFields.required(fields, phones);
    Optional<String> code = code(fields);
    fields.check();
    return new Claim(phone.orElseThrow(), Optional.empty(), code);
  }

  private static Optional<String> code(JsonFields fields) {
    return fields.text(CodeSent.MEMBER, CodeSent.LONGEST_CODE);
  }

  /**
   * What came with {@code POST …/cancel}.
   *
   * @param claim of the party; empty where an operator cancels
   */
  record Cancellation(Optional<Claim> claim, String reason) {}

  /**
   * @param isOperator whether the caller need not be a party
   */
  Cancellation cancellation(InputStream body, boolean isOperator) {
    JsonFields fields = JsonFields.read(body);
    boolean byOperator = isOperator && !fields.mentions(PhoneFields.memberOf(fields));
    Optional<PhoneNumber> phone =
        byOperator ? Optional.empty() : PhoneFields.required(fields, phones);
    String reason = fields.requiredText("reason", LONGEST_REASON);
    Optional<String> code = code(fields);
    fields.check();
    return new Cancellation(phone.map(number -> new Claim(number, Optional.empty(), code)), reason);
  }

  /**
   * What came with {@code PUT /contracts/{id}}. Its terms are read over those that are there, which the caller must be
   * allowed to see first: what is wrong with them would tell of the others.
   */
  record Amendment(Claim claim, UnaryOperator<Terms> change) {}

  Amendment amendment(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    Optional<PhoneNumber> phone = PhoneFields.required(fields, phones);
    Optional<Integer> version = fields.count("version");
    Optional<String> code = code(fields);
    JsonFields beside = fields.only(Terms.PUBLISHED);
    JsonFields inside = fields.object("terms");
    fields.refuseOthers(with(
        Terms.PUBLISHED, "terms", "status", "version", "phone_number", "phone", CodeSent.MEMBER));
    if (fields.mentions("status")) {
      fields.refuse("status", "cannot be set; it follows from what the parties do");
    }
    if (!beside.names().iterator().hasNext() && !inside.names().iterator().hasNext()) {
      fields.refuse("terms", "is required: the members that shall change");
    }
    // What would be wrong over any terms is said with the rest, before a code is used up for it.
    TermsReader.read(
        new Terms(MOST_PRECISE, JsonNodeFactory.instance.objectNode()), beside, inside);
    fields.check();
    return new Amendment(new Claim(phone.orElseThrow(), version, code), present -> {
      Terms terms = TermsReader.read(present, beside, inside);
      fields.check();
      return terms;
    });
  }

  private Optional<PhoneNumber> phone(JsonFields fields, String queryPhone) {
    if (!fields.has(PhoneFields.memberOf(fields))) {
      Optional<PhoneNumber> fromQuery = PhoneFields.query(queryPhone, phones);
      if (fromQuery.isPresent()) {
        return fromQuery;
      }
    }
    return PhoneFields.required(fields, phones);
  }
}

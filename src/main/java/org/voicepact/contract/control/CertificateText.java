package org.voicepact.contract.control;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.entity.CertificateContent;
import org.voicepact.evidence.entity.CertificateContent.Column;
import org.voicepact.evidence.entity.CertificateContent.Fingerprint;
import org.voicepact.evidence.entity.CertificateContent.Link;
import org.voicepact.evidence.entity.CertificateContent.Note;
import org.voicepact.evidence.entity.CertificateContent.Table;
import org.voicepact.evidence.entity.RecordedAnswer;
import org.voicepact.platform.control.Texts;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

/** What a certificate says about a contract, in the words of a language. */
final class CertificateText {

  private final Contract contract;
  private final ContractVersion version;
  private final List<RecordedAnswer> answers;
  private final Optional<Table> acts;
  private final Instant now;
  private final Language language;
  private final Texts texts;
  private final ContractWords words;

  /**
   * @param statements about the current version, in the order in which they came
   * @param now when the certificate is made
   */
  CertificateText(
      ContractView view, List<RecordedAnswer> statements, Language language, Instant now) {
    this.contract = view.contract();
    this.version = view.current();
    this.answers = statements.stream().filter(each -> each.type().isAnswer()).toList();
    this.now = now;
    this.language = language;
    this.texts = new Texts("org.voicepact.contract.certificate", language);
    this.words = new ContractWords(language);
    this.acts = new CertificateActs(view, texts, words)
        .table(statements.stream().filter(each -> !each.type().isAnswer()).toList(), this::who);
  }

  /**
   * @param page where people check this version of the contract, without its hash
   */
  CertificateContent content(URI page) {
    return new CertificateContent(
        contract.id().value(),
        language,
        now,
        texts.get("title"),
        watermark(),
        facts(),
        new Link(page + "/" + version.hash(), texts.get("link")),
        Stream.concat(Stream.of(parties(), terms(), answers()), acts.stream()).toList(),
        new Fingerprint(
            texts.get("fingerprint"),
            texts.get("fingerprint.algorithm", version.hashAlgorithm().wire()),
            version.hash()),
        List.of(
            new Note(texts.get("says"), texts.get("says.text")),
            new Note(
                texts.get("check"),
                texts.get("check.text", page, "proof-" + contract.id() + ".json"))),
        texts.get("page"),
        texts.get("missing"));
  }

  private Optional<String> watermark() {
    return switch (contract.status()) {
      case CONFIRMED, ACTIVE, COMPLETED, DISPUTED -> Optional.empty();
      case PENDING -> Optional.of(texts.get("watermark.draft"));
      case CANCELLED -> Optional.of(texts.get("watermark.cancelled"));
      case EXPIRED -> Optional.of(texts.get("watermark.expired"));
    };
  }

  private List<List<String>> facts() {
    List<List<String>> facts = new ArrayList<>();
    facts.add(fact("contract", contract.id().value()));
    facts.add(fact("kind", words.type(contract.type())));
    facts.add(fact("version", Integer.toString(version.number())));
    facts.add(fact("status", words.status(contract.status())));
    facts.add(fact("made", words.time(version.createdAt())));
    contract.confirmedAt().ifPresent(time -> facts.add(fact("confirmed", words.time(time))));
    if (contract.status() == ContractStatus.PENDING) {
      facts.add(fact("ends", words.time(contract.expiresAt())));
    }
    facts.add(fact("as_of", words.time(now)));
    return facts;
  }

  private List<String> fact(String label, String value) {
    return List.of(texts.get("fact." + label), value);
  }

  private Table parties() {
    return new Table(
        texts.get("parties"),
        false,
        List.of(
            new Column(texts.get("parties.role"), 18, 1),
            new Column(texts.get("parties.name"), 62, 4),
            new Column(texts.get("parties.phone"), 20, 1)),
        contract.parties().stream()
            .map(party -> List.of(
                words.role(party.role()),
                party.name().orElseGet(() -> texts.get("parties.no_name")),
                party.phone().map(PhoneNumber::lastDigits).orElse("")))
            .toList(),
        "",
        texts.get("parties.more"));
  }

  private Table terms() {
    return new Table(
        texts.get("terms"),
        true,
        List.of(new Column("", 30, 3), new Column("", 70, 10)),
        AgreedTerms.lines(version.terms(), words),
        texts.get("terms.none"),
        texts.get("terms.more"));
  }

  private Table answers() {
    List<List<String>> rows = new ArrayList<>();
    answers.forEach(answer -> rows.add(row(answer)));
    if (!rows.isEmpty()) {
      contract.parties().stream()
          .filter(party -> answers.stream().noneMatch(answer -> isBy(answer, party)))
          .forEach(party -> rows.add(List.of(who(party), "–", texts.get("answers.none"), "", "")));
    }
    return new Table(
        texts.get("answers"),
        false,
        List.of(
            new Column(texts.get("answers.who"), 28, 2),
            new Column(texts.get("answers.answer"), 9, 2),
            new Column(texts.get("answers.time"), 22, 2),
            new Column(texts.get("answers.channel"), 11, 1),
            new Column(texts.get("answers.proof"), 30, 3)),
        rows,
        texts.get("answers.empty"),
        texts.get("answers.more"));
  }

  private List<String> row(RecordedAnswer answer) {
    return List.of(
        who(answer),
        words.answer(answer.type()),
        words.time(answer.receivedAt()),
        words.channel(answer.channel()),
        words.assurance(answer.assurance()));
  }

  private String who(RecordedAnswer answer) {
    return contract.parties().stream()
        .filter(party -> isBy(answer, party))
        .map(this::who)
        .findFirst()
        .orElse("");
  }

  private static boolean isBy(RecordedAnswer answer, Party party) {
    return answer.partyCommitment().equals(party.commitment());
  }

  private String who(Party party) {
    return words.role(party.role()) + party.name().map(name -> ", " + name).orElse("");
  }
}

package org.voicepact.console.boundary;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.console.control.CheckingPaper.Found;
import org.voicepact.contract.control.ContractWords;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.entity.RecordedAnswer;
import org.voicepact.platform.control.Sha256;
import org.voicepact.platform.control.Texts;
import org.voicepact.platform.entity.Language;

/** The page that says what is known of a paper. Names and numbers never stand on it. */
@Singleton
public class VerificationPage {

  /** What is typed into the field is shown again, as far as a hash in groups could be so long. */
  private static final int LONGEST_TYPED = 200;

  private final Template frame = new Template("page.html");
  private final Template question = new Template("question.html");
  private final Template paper = new Template("paper.html");
  private final Template list = new Template("facts.html");
  private final Template fact = new Template("fact.html");
  private final Template notice = new Template("notice.html");
  private final Template hidden = new Template("hidden.html");
  private final Template link = new Template("language.html");
  private final Html style = new Html(Template.style("page.css"));
  private final String policy = "default-src 'none'; style-src 'sha256-"
      + Base64.getEncoder()
          .encodeToString(Sha256.of(style.markup().getBytes(StandardCharsets.UTF_8)))
      + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /**
   * What came with a request.
   *
   * @param typed as a hash, whatever it is
   * @param hash all its digits, where they are all there
   * @param named the language that the address names
   * @param language that the page has
   */
  record Visit(
      String contractId,
      String typed,
      Optional<String> hash,
      Optional<Language> named,
      Language language) {

    Texts texts() {
      return new Texts("org.voicepact.console.verification", language);
    }
  }

  /** The Content-Security-Policy of the page: its own style and its form, and nothing else. */
  String policy() {
    return policy;
  }

  /** The page for whoever has not shown the whole hash of a version; it does not depend on any contract. */
  Html unknown(Visit visit) {
    Texts texts = visit.texts();
    Html wrong = visit.hash().isEmpty()
        ? Html.NOTHING
        : notice.fill(Map.of("kind", "warn", "text", texts.get("cannot.unknown")));
    Html kept = visit.named().isEmpty()
        ? Html.NOTHING
        : hidden.fill(Map.of("language", visit.language().wire()));
    String typed = visit.typed();
    return framed(
        visit,
        texts.get("cannot"),
        question.fill(Map.of(
            "wrong", wrong,
            "why", texts.get("cannot.why"),
            "contract_id", visit.contractId(),
            "hidden", kept,
            "label", texts.get("form.label"),
            "hint", texts.get("form.hint"),
            "typed", typed.length() <= LONGEST_TYPED ? typed : "",
            "button", texts.get("form.button"))));
  }

  /** The page for whoever has shown the whole hash of a version. */
  Html known(Visit visit, Found found) {
    Texts texts = visit.texts();
    ContractWords words = new ContractWords(visit.language());
    Html superseded = found.isSuperseded()
        ? notice.fill(Map.of(
            "kind",
            "warn",
            "text",
            texts.get("superseded", found.version().number(), found.contract().version())))
        : Html.NOTHING;
    return framed(
        visit,
        texts.get("known"),
        paper.fill(Map.of(
            "superseded", superseded,
            "compare", texts.get("known.compare"),
            "facts", facts(found, texts, words),
            "answers_heading", texts.get("answers"),
            "answers", answers(found, texts, words),
            "says", texts.get("says"))));
  }

  private Html facts(Found found, Texts texts, ContractWords words) {
    Terms terms = found.version().terms();
    String status = found.isSuperseded()
        ? texts.get("status.superseded")
        : words.status(found.contract().status());
    List<Html> facts = new ArrayList<>();
    facts.add(fact(texts.get("contract"), found.contract().id().value()));
    facts.add(fact(texts.get("version"), Integer.toString(found.version().number())));
    facts.add(fact(texts.get("status"), status, inForce(found) ? "good" : "bad"));
    terms.text(Terms.PRODUCT).ifPresent(it -> facts.add(fact(words.term(Terms.PRODUCT), it)));
    words.quantity(terms).ifPresent(it -> facts.add(fact(words.term(Terms.QUANTITY), it)));
    terms
        .totalAmount()
        .map(words::amount)
        .ifPresent(it -> facts.add(fact(words.term(Terms.TOTAL_AMOUNT), it)));
    return list.fill(Map.of("facts", Html.joined(facts)));
  }

  private static boolean inForce(Found found) {
    return !found.isSuperseded()
        && Stream.of(ContractStatus.CONFIRMED, ContractStatus.ACTIVE, ContractStatus.COMPLETED)
            .anyMatch(found.contract().status()::equals);
  }

  private Html answers(Found found, Texts texts, ContractWords words) {
    if (found.answers().isEmpty()) {
      return notice.fill(Map.of("kind", "plain", "text", texts.get("answers.nobody")));
    }
    List<Html> rows = new ArrayList<>();
    for (Party party : found.contract().parties()) {
      List<RecordedAnswer> own = found.answers().stream()
          .filter(answer -> answer.partyCommitment().equals(party.commitment()))
          .toList();
      String role = words.role(party.role());
      own.forEach(answer -> rows.add(fact(role, text(answer, texts, words))));
      if (own.isEmpty()) {
        rows.add(fact(role, texts.get("answers.none")));
      }
    }
    return list.fill(Map.of("facts", Html.joined(rows)));
  }

  private static String text(RecordedAnswer answer, Texts texts, ContractWords words) {
    return texts.get(
        "answers.one",
        words.answer(answer.type()),
        words.channel(answer.channel()),
        words.time(answer.receivedAt()),
        words.assurance(answer.assurance()));
  }

  private Html fact(String label, String value) {
    return fact(label, value, "plain");
  }

  private Html fact(String label, String value, String kind) {
    return fact.fill(Map.of("label", label, "value", value, "kind", kind));
  }

  private Html framed(Visit visit, String heading, Html content) {
    Texts texts = visit.texts();
    String path =
        "/verify/" + visit.contractId() + visit.hash().map(h -> "/" + h).orElse("");
    List<Html> languages = Arrays.stream(Language.values())
        .map(language -> link.fill(Map.of(
            "address", path + "?language=" + language.wire(),
            "language", language.wire(),
            "name", texts.get("language." + language.wire()))))
        .toList();
    return frame.fill(Map.of(
        "language", visit.language().wire(),
        "title", texts.get("title"),
        "style", style,
        "heading", heading,
        "contract_id", visit.contractId(),
        "content", content,
        "choose", texts.get("language"),
        "languages", Html.joined(languages)));
  }
}

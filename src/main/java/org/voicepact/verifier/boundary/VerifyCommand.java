package org.voicepact.verifier.boundary;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.voicepact.evidence.control.CheckingProof;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.ConsistencyProof;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.SignedDocument;
import org.voicepact.evidence.entity.StrictJson;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a proof file, prints what it finds line by line, and says the verdict by its last line and its exit code. */
@Command(
    name = "voicepact-verify",
    mixinStandardHelpOptions = true,
    version = "voicepact-verify, for voicepact/proof/1",
    description = "Checks the proof of a contract, without a server.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The proof holds, and its signer is trusted.",
      "1:The proof does not hold; the last line says why.",
      "2:A file cannot be read or is not of its format.",
      "3:The proof is consistent, but its signer is not known."
    })
public final class VerifyCommand implements Callable<Integer> {

  static final int HOLDS = 0;
  static final int FAILED = 1;
  static final int UNREADABLE = 2;
  static final int SIGNER_UNKNOWN = 3;

  private static final Pattern FINGERPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "PROOF", description = "The proof file.")
  private Path proof;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "Keys that are trusted: the JWK set of /api/v1/keys.")
  private Path keys;

  @Option(
      names = "--fingerprint",
      paramLabel = "KID",
      description = "The fingerprint of an installation that is trusted; may be given again.")
  private Set<String> fingerprints = Set.of();

  @ArgGroup(exclusive = false)
  private Compared compared = new Compared();

  @Option(
      names = "--head",
      paramLabel = "FILE",
      description = "Another head of the contract, to see whether more has happened.")
  private Path head;

  /** Another checkpoint, and what joins it to that of the proof. */
  private static final class Compared {

    @Option(
        names = "--checkpoint",
        required = true,
        paramLabel = "FILE",
        description = "Another checkpoint of the log, to see whether everybody is told the same.")
    private Path checkpoint;

    @Option(
        names = "--consistency",
        paramLabel = "FILE",
        description = "The consistency proof between both checkpoints.")
    private Path consistency;
  }

  public static void main(String[] arguments) {
    System.exit(
        run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
  }

  /** The exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine command = new CommandLine(new VerifyCommand())
        .setExpandAtFiles(false)
        .setOut(out)
        .setErr(err)
        // Whatever goes wrong, the reader of a proof is told in words.
        .setExecutionExceptionHandler((e, line, result) -> unreadable(out, e));
    try {
      return command.execute(arguments);
    } catch (VirtualMachineError e) {
      return unreadable(out, e);
    }
  }

  private static int unreadable(PrintWriter out, Throwable reason) {
    out.println("UNREADABLE: it cannot be checked here: " + reason.getClass().getSimpleName());
    return UNREADABLE;
  }

  @Override
  public Integer call() {
    Report report;
    try {
      report = CheckingProof.check(InputFile.read(proof, Proof::parse), trusted(), other());
    } catch (InputFile.Unreadable e) {
      print("UNREADABLE: " + e.getMessage());
      return UNREADABLE;
    }
    report.checks().forEach(this::print);
    print(report.conclusion());
    return switch (report.verdict()) {
      case HOLDS -> HOLDS;
      case FAILED -> FAILED;
      case SIGNER_UNKNOWN -> SIGNER_UNKNOWN;
    };
  }

  private TrustedKeys trusted() {
    for (String fingerprint : fingerprints) {
      if (!FINGERPRINT.matcher(fingerprint).matches()) {
        throw new ParameterException(
            spec.commandLine(), "--fingerprint: must be the id of a key, which has 43 characters");
      }
    }
    TrustedKeys named = TrustedKeys.ofIds(fingerprints);
    return keys == null ? named : named.and(InputFile.read(keys, TrustedKeys::ofJwkSet));
  }

  private OtherEvidence other() {
    return new OtherEvidence(
        read(compared.checkpoint, StrictJson::text),
        read(compared.consistency, ConsistencyProof::parse),
        read(head, SignedDocument::headFile));
  }

  private static <T> Optional<T> read(Path file, InputFile.Format<T> format) {
    return Optional.ofNullable(file).map(given -> InputFile.read(given, format));
  }

  /** Texts of a proof could hold what steers a terminal. */
  private void print(String line) {
    spec.commandLine().getOut().println(line.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}]", "?"));
  }
}

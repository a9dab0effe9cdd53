package org.voicepact.verifier.boundary;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.voicepact.evidence.control.CheckingProof;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.ConsistencyProof;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.SignedDocument;
import org.voicepact.evidence.entity.SignedNote;
import org.voicepact.verifier.control.CheckingDatabase;
import org.voicepact.verifier.control.CheckpointFile;
import org.voicepact.verifier.control.OpenDatabase;
import org.voicepact.verifier.entity.Unreadable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Checks a proof file or a whole database, prints what it finds line by line, and says the verdict by its last line and
 * its exit code.
 */
@Command(
    name = "voicepact-verify",
    mixinStandardHelpOptions = true,
    version = "voicepact-verify, for voicepact/proof/1",
    description =
        "Checks the proof of a contract, or the database of an installation, without a server.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The evidence holds, and its signer is trusted.",
      "1:The evidence does not hold; the last line says why.",
      "2:A file or the database cannot be read or is not of its format.",
      "3:The evidence is consistent, but its signer is not known."
    })
public final class VerifyCommand implements Callable<Integer> {

  static final int HOLDS = 0;
  static final int FAILED = 1;
  static final int UNREADABLE = 2;
  static final int SIGNER_UNKNOWN = 3;

  private static final Pattern FINGERPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

  @Spec
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Evidence evidence;

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

  /** What is checked. */
  private static final class Evidence {

    @Parameters(paramLabel = "PROOF", description = "The proof file.")
    private Path proof;

    @ArgGroup(exclusive = false)
    private DatabaseOptions database;
  }

  /** Other checkpoints, and what joins one to that of the proof. */
  private static final class Compared {

    @Option(
        names = "--checkpoint",
        required = true,
        paramLabel = "FILE",
        description = "Another checkpoint of the log, to see whether everybody is told the same; or"
            + " many, each with an empty line behind it, as a sink keeps them. May be given"
            + " again for a database.")
    private List<Path> checkpoints = List.of();

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
      report = evidence.database == null ? checkProof() : checkDatabase();
    } catch (Unreadable e) {
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

  private Report checkProof() {
    if (compared.checkpoints.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--checkpoint: only one with a proof");
    }
    Proof proof = InputFile.read(evidence.proof, Proof::parse);
    OtherEvidence other = new OtherEvidence(
        compared.checkpoints.stream()
            .findFirst()
            .map(file -> new CheckpointFile(file).nearest(size(proof)).text()),
        read(compared.consistency, ConsistencyProof::parse),
        read(head, SignedDocument::headFile));
    return CheckingProof.check(proof, trusted(), other);
  }

  /** That of its checkpoint; none where it has not the form that it must have. */
  private static long size(Proof proof) {
    try {
      return Checkpoint.of(SignedNote.parse(proof.checkpoint())).size();
    } catch (NotThisFormat e) {
      return -1;
    }
  }

  private Report checkDatabase() {
    if (compared.consistency != null || head != null) {
      throw new ParameterException(
          spec.commandLine(), "--consistency and --head: only with a proof");
    }
    TrustedKeys trusted = trusted();
    try (OpenDatabase database = evidence.database.open(spec)) {
      return CheckingDatabase.check(
          database,
          trusted,
          compared.checkpoints.stream().map(CheckpointFile::new).toList());
    }
  }

  private static <T> Optional<T> read(Path file, InputFile.Format<T> format) {
    return Optional.ofNullable(file).map(given -> InputFile.read(given, format));
  }

  /** Texts of a proof could hold what steers a terminal. */
  private void print(String line) {
    spec.commandLine().getOut().println(line.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}]", "?"));
  }
}

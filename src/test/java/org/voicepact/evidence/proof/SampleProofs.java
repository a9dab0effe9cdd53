package org.voicepact.evidence.proof;

/** Whole stories of contracts, to be proven. */
public final class SampleProofs {

  private SampleProofs() {}

  /**
   * A contract that is amended and confirmed beside another one that is declined, while every key changes once, that
   * for statements to RSA.
   */
  public static SampleContract confirmed(SampleLog log) {
    return confirmed(log, "AG-2026-000001");
  }

  /** Likewise with this number: what is signed of it is not what is signed of another one. */
  static SampleContract confirmed(SampleLog log, String id) {
    SampleContract contract = new SampleContract(log, id);
    SampleContract other = new SampleContract(log, "SV-2026-000002");
    contract.create();
    other.create();
    contract.tell(0);
    contract.confirm(0);
    log.addOthers(5);
    contract.amend(1);
    other.decline(1);
    other.become("cancelled");
    log.change(SampleKey.rsa(SampleLog.STATEMENT));
    contract.confirm(1);
    log.change(SampleKey.ed25519(SampleLog.CHECKPOINT));
    log.change(SampleKey.ed25519(SampleLog.HEAD));
    contract.confirm(0);
    contract.become("confirmed");
    log.addOthers(3);
    return contract;
  }

  /** As short as a story can be. */
  public static SampleContract declined(SampleLog log) {
    SampleContract contract = new SampleContract(log, "GP-2026-000003");
    contract.create();
    contract.decline(0);
    contract.become("cancelled");
    return contract;
  }
}

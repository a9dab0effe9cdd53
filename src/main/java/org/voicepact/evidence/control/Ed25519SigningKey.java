package org.voicepact.evidence.control;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.voicepact.evidence.entity.SignatureAlgorithm;

/** An Ed25519 key (RFC 8032). */
public final class Ed25519SigningKey implements SigningKey {

  /** In bytes. */
  public static final int SEED_LENGTH = 32;

  private final Ed25519PrivateKeyParameters key;
  private final Ed25519VerifyingKey verifyingKey;

  Ed25519SigningKey(Ed25519PrivateKeyParameters key) {
    this.key = key;
    this.verifyingKey = Ed25519VerifyingKey.of(key.generatePublicKey().getEncoded());
  }

  /**
   * @param seed the private key as RFC 8032 has it, {@link #SEED_LENGTH} bytes
   */
  public static Ed25519SigningKey ofSeed(byte[] seed) {
    return new Ed25519SigningKey(new Ed25519PrivateKeyParameters(seed));
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ED25519;
  }

  @Override
  public byte[] sign(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  @Override
  public Ed25519VerifyingKey verifyingKey() {
    return verifyingKey;
  }
}

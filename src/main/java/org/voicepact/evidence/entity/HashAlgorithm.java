package org.voicepact.evidence.entity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.voicepact.platform.entity.WireValue;

/** The hash of a contract's canonical bytes; 256 bits each, in lower-case hex. */
public enum HashAlgorithm implements WireValue {
  /** BLAKE2b (RFC 7693) with an output of 32 bytes and no key: {@code b2sum -l 256}. */
  BLAKE2B("blake2b-256") {
    @Override
    byte[] digest(byte[] message) {
      Blake2bDigest digest = new Blake2bDigest(256);
      digest.update(message, 0, message.length);
      byte[] hash = new byte[digest.getDigestSize()];
      digest.doFinal(hash, 0);
      return hash;
    }
  },
  /** SHA-256 (FIPS 180-4): {@code sha256sum}. */
  SHA256("sha256") {
    @Override
    byte[] digest(byte[] message) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(message);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  };

  private final String wire;

  HashAlgorithm(String wire) {
    this.wire = wire;
  }

  abstract byte[] digest(byte[] message);

  public String hash(byte[] message) {
    return HexFormat.of().formatHex(digest(message));
  }

  @Override
  public String wire() {
    return wire;
  }
}

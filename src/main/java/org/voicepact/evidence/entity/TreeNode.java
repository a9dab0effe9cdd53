package org.voicepact.evidence.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.voicepact.evidence.entity.MerklePlan.Subtree;

/** The hash of a complete subtree of the log's Merkle tree, of level 1 or more; it is only ever added. */
@Entity
@Table(name = "audit_node")
@IdClass(TreeNode.Key.class)
public class TreeNode {

  /** The key: level, and position among the subtrees of that level. */
  public record Key(int level, long position) implements Serializable {}

  @Id
  private int level;

  @Id
  private long position;

  private byte[] hash;

  protected TreeNode() {}

  public TreeNode(Subtree subtree, byte[] hash) {
    this.level = subtree.level();
    this.position = subtree.index();
    this.hash = hash.clone();
  }

  public Subtree subtree() {
    return new Subtree(level, position);
  }

  public byte[] hash() {
    return hash.clone();
  }
}

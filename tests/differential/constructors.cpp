// SPDX-License-Identifier: BSD-3-Clause
// Every constructor of datatypes with random arguments, and the type map that the standard gives it.
#include "types.hpp"

#include <algorithm>

namespace differential {

namespace {

struct Block {
  const Type* of;
  long at;
};

/// The type map of copies of types at displacements. Bounds set by hand win over data (MPI 5.0, 5.1.7).
Type assemble(const std::vector<Block>& blocks) {
  Type made;
  made.predefined = false;
  bool any = false;
  for (const Block& block : blocks) made.marked = made.marked || block.of->marked;
  for (const Block& block : blocks) {
    for (const Entry& entry : block.of->map) made.map.push_back({entry.basic, entry.at + block.at});
    if (!block.of->map.empty()) made.align = std::max(made.align, block.of->align);
    if (made.marked && !block.of->marked) continue;
    if (!made.marked && block.of->map.empty()) continue;
    made.lb = any ? std::min(made.lb, block.of->lb + block.at) : block.of->lb + block.at;
    made.ub = any ? std::max(made.ub, block.of->ub + block.at) : block.of->ub + block.at;
    any = true;
  }
  return made;
}

void append(std::vector<Block>& blocks, const Type& of, int count, long at) {
  for (int i = 0; i < count; ++i) blocks.push_back({&of, at + i * of.extent()});
}

/// An alignment for displacements in bytes that never leaves padding to the implementation.
long step_of(const Type& type) { return std::max<long>(type.align, 8); }

// The indices of one dimension that a process of a distributed array holds, in order.
std::vector<int> held(int size, int distribution, int argument, int processes, int place) {
  std::vector<int> indices;
  int block = argument;
  if (distribution == MPI_DISTRIBUTE_NONE) {
    block = size;
    processes = 1;
    place = 0;
  } else if (argument == MPI_DISTRIBUTE_DFLT_DARG) {
    block = distribution == MPI_DISTRIBUTE_BLOCK ? (size + processes - 1) / processes : 1;
  }
  for (int i = 0; i < size; ++i) {
    const bool mine = distribution == MPI_DISTRIBUTE_CYCLIC ? (i / block) % processes == place : i / block == place;
    if (mine) indices.push_back(i);
  }
  return indices;
}

/// An array of `sizes` elements of `old`, of which those at `indices` (a list per dimension) are in the type.
Type array_of(const Type& old, const std::vector<int>& sizes, const std::vector<std::vector<int>>& indices, int order) {
  const int dims = static_cast<int>(sizes.size());
  long total = 1, held_total = 1;
  for (int size : sizes) total *= size;
  for (const auto& one : indices) held_total *= static_cast<long>(one.size());
  std::vector<Block> blocks;
  for (long n = 0; n < held_total; ++n) {
    long rest = n, at = 0, stride = 1;
    for (int k = 0; k < dims; ++k) {
      const auto d = static_cast<std::size_t>(order == MPI_ORDER_C ? dims - 1 - k : k);
      const auto wide = static_cast<long>(indices[d].size());
      at += indices[d][static_cast<std::size_t>(rest % wide)] * stride;
      rest /= wide;
      stride *= sizes[d];
    }
    blocks.push_back({&old, at * old.extent()});
  }
  Type made = assemble(blocks);
  made.marked = true;
  made.lb = 0;
  made.ub = total * old.extent();
  return made;
}

Type subarray(Script& script, Random& dice, const Type& old) {
  const int dims = dice.between(1, 3);
  const int order = dice.chance(50) ? MPI_ORDER_C : MPI_ORDER_FORTRAN;
  std::vector<int> sizes, parts, starts;
  std::vector<std::vector<int>> indices;
  for (int d = 0; d < dims; ++d) {
    sizes.push_back(dice.between(1, 4));
    parts.push_back(dice.between(1, sizes.back()));
    starts.push_back(dice.between(0, sizes.back() - parts.back()));
    indices.emplace_back();
    for (int i = 0; i < parts.back(); ++i) indices.back().push_back(starts.back() + i);
  }
  Type made = array_of(old, sizes, indices, order);
  made.made = text("Type_create_subarray(", list(sizes), " ", list(parts), " ", list(starts), ", ",
                   order == MPI_ORDER_C ? "C" : "Fortran", ", ", old.made, ")");
  script.doing(made.made);
  script.success(
      MPI_Type_create_subarray(dims, sizes.data(), parts.data(), starts.data(), order, old.handle, &made.handle));
  return made;
}

Type darray(Script& script, Random& dice, const Type& old) {
  const int dims = dice.between(1, 3);
  const int order = dice.chance(50) ? MPI_ORDER_C : MPI_ORDER_FORTRAN;
  std::vector<int> sizes, distributions, arguments, grid;
  int processes = 1;
  for (int d = 0; d < dims; ++d) {
    const int kind = dice.below(3);
    sizes.push_back(dice.between(1, 5));
    distributions.push_back(kind == 0 ? MPI_DISTRIBUTE_NONE : kind == 1 ? MPI_DISTRIBUTE_BLOCK : MPI_DISTRIBUTE_CYCLIC);
    grid.push_back(kind == 0 ? 1 : dice.between(1, 3));
    const int least = kind == 1 ? (sizes.back() + grid.back() - 1) / grid.back() : 1;
    arguments.push_back(kind == 0 || dice.chance(40) ? MPI_DISTRIBUTE_DFLT_DARG : dice.between(least, least + 2));
    processes *= grid.back();
  }
  const int place = dice.below(processes);
  std::vector<std::vector<int>> indices;
  int rest = place, slab = processes;
  for (int d = 0; d < dims; ++d) {  // the grid of processes is in the order of C always
    const auto k = static_cast<std::size_t>(d);
    slab /= grid[k];
    indices.push_back(held(sizes[k], distributions[k], arguments[k], grid[k], rest / slab));
    rest %= slab;
  }
  Type made = array_of(old, sizes, indices, order);
  made.made = text("Type_create_darray(", processes, ", ", place, ", ", list(sizes), " ", list(distributions), " ",
                   list(arguments), " ", list(grid), ", ", order == MPI_ORDER_C ? "C" : "Fortran", ", ", old.made, ")");
  script.doing(made.made);
  script.success(MPI_Type_create_darray(processes, place, dims, sizes.data(), distributions.data(), arguments.data(),
                                        grid.data(), order, old.handle, &made.handle));
  return made;
}

Type structure(Script& script, Random& dice, const std::vector<Type>& from) {
  const int parts = dice.between(1, 4);
  std::vector<int> lengths;
  std::vector<MPI_Aint> places;
  std::vector<MPI_Datatype> handles;
  std::vector<Block> blocks;
  std::string names;
  long at = dice.chance(80) ? 0 : 8 * dice.between(-4, 4);
  for (int i = 0; i < parts; ++i) {
    const Type& part = dice.pick(from);
    lengths.push_back(dice.between(0, 3));
    at = (at + part.align + 15) / part.align * part.align;
    places.push_back(at - part.true_lb() / 16 * 16);
    handles.push_back(part.handle);
    append(blocks, part, lengths.back(), places.back());
    at = places.back() + std::max<long>(part.true_ub(), 0) + lengths.back() * std::max<long>(part.extent(), 0);
    names += text(i ? ", " : "", part.made);
  }
  Type made = assemble(blocks);
  if (!made.marked && !made.map.empty()) {  // padded to the strictest alignment in it
    const long over = made.extent() % made.align;
    if (over != 0) made.ub += made.align - over;
  }
  made.made = text("Type_create_struct(", list(lengths), " ", list(places), ", {", names, "})");
  script.doing(made.made);
  script.success(MPI_Type_create_struct(parts, lengths.data(), places.data(), handles.data(), &made.handle));
  return made;
}

Type indexed(Script& script, Random& dice, const Type& old, int kind) {
  const int blocks_count = dice.between(0, 4);
  std::vector<int> lengths, indices;
  std::vector<MPI_Aint> places;
  std::vector<Block> blocks;
  const int same = dice.between(1, 3);
  int at = dice.between(-2, 2);
  for (int i = 0; i < blocks_count; ++i) {
    const bool fixed = kind >= 2;
    lengths.push_back(fixed ? same : dice.between(0, 3));
    const bool bytes = kind == 1 || kind == 3;
    const long unit = bytes ? step_of(old) * ((std::max<long>(old.extent(), 1) + step_of(old) - 1) / step_of(old)) : 1;
    indices.push_back(at);
    places.push_back(at * unit);
    append(blocks, old, lengths.back(), bytes ? places.back() : at * old.extent());
    at += lengths.back() * 2 + dice.between(0, 2);
  }
  Type made = assemble(blocks);
  static const char* const names[] = {"Type_indexed", "Type_create_hindexed", "Type_create_indexed_block",
                                      "Type_create_hindexed_block"};
  made.made = text(names[kind], "(", kind >= 2 ? text(blocks_count, " of ", same) : list(lengths), " ",
                   kind % 2 == 1 ? list(places) : list(indices), ", ", old.made, ")");
  script.doing(made.made);
  int code = MPI_SUCCESS;
  switch (kind) {
    case 0: code = MPI_Type_indexed(blocks_count, lengths.data(), indices.data(), old.handle, &made.handle); break;
    case 1:
      code = MPI_Type_create_hindexed(blocks_count, lengths.data(), places.data(), old.handle, &made.handle);
      break;
    case 2: code = MPI_Type_create_indexed_block(blocks_count, same, indices.data(), old.handle, &made.handle); break;
    default: code = MPI_Type_create_hindexed_block(blocks_count, same, places.data(), old.handle, &made.handle); break;
  }
  script.success(code);
  return made;
}

Type strided(Script& script, Random& dice, const Type& old, bool bytes) {
  const int count = dice.between(0, 4), length = dice.between(0, 3);
  const int stride = dice.between(-5, 6);
  const long unit = bytes ? step_of(old) * ((std::max<long>(old.extent(), 1) + step_of(old) - 1) / step_of(old)) : 1;
  std::vector<Block> blocks;
  for (int i = 0; i < count; ++i) append(blocks, old, length, i * stride * (bytes ? unit : old.extent()));
  Type made = assemble(blocks);
  made.made = text(bytes ? "Type_create_hvector(" : "Type_vector(", count, ", ", length, ", ", stride * unit, ", ",
                   old.made, ")");
  script.doing(made.made);
  script.success(bytes ? MPI_Type_create_hvector(count, length, stride * unit, old.handle, &made.handle)
                       : MPI_Type_vector(count, length, stride, old.handle, &made.handle));
  return made;
}

}  // namespace

Type random_type(Script& script, Random& dice, const std::vector<Type>& from) {
  const Type& old =
      from.empty() || dice.chance(30) ? basic_type(dice.below(static_cast<int>(basics().size()))) : dice.pick(from);
  const Type base = old;
  switch (dice.below(11)) {
    case 0: {
      const int count = dice.between(0, 5);
      std::vector<Block> blocks;
      append(blocks, base, count, 0);
      Type made = assemble(blocks);
      made.made = text("Type_contiguous(", count, ", ", base.made, ")");
      script.doing(made.made);
      script.success(MPI_Type_contiguous(count, base.handle, &made.handle));
      return made;
    }
    case 1: return strided(script, dice, base, false);
    case 2: return strided(script, dice, base, true);
    case 3: return indexed(script, dice, base, 0);
    case 4: return indexed(script, dice, base, 1);
    case 5: return indexed(script, dice, base, 2);
    case 6: return indexed(script, dice, base, 3);
    case 7: {
      std::vector<Type> parts = from;
      for (int i = 0; i < 3; ++i) parts.push_back(basic_type(dice.below(static_cast<int>(basics().size()))));
      return structure(script, dice, parts);
    }
    case 8: {
      Type made = base;
      made.predefined = false;
      if (dice.chance(30)) {
        made.made = text("Type_dup(", base.made, ")");
        script.doing(made.made);
        script.success(MPI_Type_dup(base.handle, &made.handle));
        return made;
      }
      made.marked = true;
      made.lb = base.true_lb() - dice.between(-3, 3);
      made.ub = made.lb + base.true_ub() - base.true_lb() + dice.between(0, 20);
      made.made = text("Type_create_resized(", made.lb, ", ", made.extent(), ", ", base.made, ")");
      script.doing(made.made);
      script.success(MPI_Type_create_resized(base.handle, made.lb, made.extent(), &made.handle));
      return made;
    }
    case 9: return subarray(script, dice, base);
    default: return darray(script, dice, base);
  }
}

Type random_committed(Script& script, Random& dice, int layers) {
  std::vector<Type> made;
  for (int i = 0; i < layers; ++i) {
    Type next = random_type(script, dice, made);
    if (next.map.size() > 300 || next.true_ub() - next.true_lb() > 60000 || next.extent() > 60000 ||
        next.extent() < -60000) {
      free_type(script, next);
      continue;
    }
    made.push_back(next);
  }
  if (made.empty()) return basic_type(dice.below(static_cast<int>(basics().size())));
  Type last = made.back();
  made.pop_back();
  for (Type& type : made) free_type(script, type);
  script.doing("Type_commit(" + last.made + ")");
  script.success(MPI_Type_commit(&last.handle));
  return last;
}

}  // namespace differential

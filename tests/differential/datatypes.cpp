// SPDX-License-Identifier: BSD-3-Clause
// Random datatypes: what their queries answer, packing, external32, and messages to oneself between two types.
#include "types.hpp"

#include <algorithm>

namespace differential {

namespace {

void queries(Script& script, const Type& type) {
  script.doing("queries of " + type.made);
  int bytes = -1;
  MPI_Aint lb = -1, extent = -1;
  MPI_Count wide = -1, wide_lb = -1, wide_extent = -1;
  script.success(MPI_Type_size(type.handle, &bytes));
  script.expect("size", bytes, type.bytes());
  script.success(MPI_Type_size_x(type.handle, &wide));
  script.expect("size_x", wide, type.bytes());
  script.success(MPI_Type_get_extent(type.handle, &lb, &extent));
  script.expect("lb", lb, type.lb);
  script.expect("extent", extent, type.extent());
  script.success(MPI_Type_get_extent_x(type.handle, &wide_lb, &wide_extent));
  script.expect("lb_x, extent_x", text(wide_lb, " ", wide_extent), text(type.lb, " ", type.extent()));
  if (!type.map.empty()) {
    script.success(MPI_Type_get_true_extent(type.handle, &lb, &extent));
    script.expect("true lb", lb, type.true_lb());
    script.expect("true extent", extent, type.true_ub() - type.true_lb());
  }
  int integers = -1, addresses = -1, types = -1, combiner = -1;
  script.success(MPI_Type_get_envelope(type.handle, &integers, &addresses, &types, &combiner));
  script.expect("named", combiner == MPI_COMBINER_NAMED, type.predefined);
}

void packing(Script& script, Random& dice, const Type& type, int count) {
  Buffer source(type, count, dice.next());
  const Bytes wanted = source.gather();
  const int before = dice.below(9);
  int room = -1;
  script.doing(text("Pack(", count, " of ", type.made, ") at ", before));
  script.success(MPI_Pack_size(count, type.handle, script.comm, &room));
  script.expect("the size suffices", room >= static_cast<int>(wanted.size()), true);
  Bytes packed(static_cast<std::size_t>(std::max(room, 0) + before), 0xee);
  int position = before;
  script.success(MPI_Pack(source.data(), count, type.handle, packed.data(), static_cast<int>(packed.size()), &position,
                          script.comm));
  script.expect("position", position, before + static_cast<int>(wanted.size()));
  script.expect_bytes("packed", Bytes(packed.begin() + before, packed.begin() + position), wanted);
  if (type.receivable(count)) {
    const std::uint64_t key = dice.next();
    Buffer target(type, count, key), model(type, count, key);
    model.scatter(wanted);
    script.doing(text("Unpack(", count, " of ", type.made, ")"));
    int from = before;
    script.success(MPI_Unpack(packed.data(), position, &from, target.data(), count, type.handle, script.comm));
    script.expect("position", from, position);
    script.expect_bytes("unpacked", target.bytes(), model.bytes());
  }
}

Bytes turned(const Type& type, int count, const Bytes& packed) {
  Bytes out = packed;
  std::size_t at = 0;
  for (int i = 0; i < count; ++i) {
    for (const Entry& entry : type.map) {
      const Basic& basic = basics()[static_cast<std::size_t>(entry.basic)];
      for (int part = 0; part < basic.bytes; part += basic.swap) {
        std::reverse(out.begin() + static_cast<long>(at), out.begin() + static_cast<long>(at) + basic.swap);
        at += static_cast<std::size_t>(basic.swap);
      }
    }
  }
  return out;
}

void external(Script& script, Random& dice, const Type& type, int count) {
  Buffer source(type, count, dice.next());
  const Bytes wanted = turned(type, count, source.gather());
  MPI_Aint room = -1, position = 0;
  script.doing(text("Pack_external(external32, ", count, " of ", type.made, ")"));
  script.success(MPI_Pack_external_size("external32", count, type.handle, &room));
  script.expect("size", room, wanted.size());
  Bytes packed(wanted.size() + 8, 0xee);
  script.success(MPI_Pack_external("external32", source.data(), count, type.handle, packed.data(),
                                   static_cast<MPI_Aint>(packed.size()), &position));
  script.expect("position", position, wanted.size());
  script.expect_bytes("packed", Bytes(packed.begin(), packed.end() - 8), wanted);
  if (!type.receivable(count)) return;
  const std::uint64_t key = dice.next();
  Buffer target(type, count, key), model(type, count, key);
  model.scatter(source.gather());
  script.doing(text("Unpack_external(external32, ", count, " of ", type.made, ")"));
  position = 0;
  script.success(MPI_Unpack_external("external32", packed.data(), static_cast<MPI_Aint>(wanted.size()), &position,
                                     target.data(), count, type.handle));
  script.expect("position", position, wanted.size());
  script.expect_bytes("unpacked", target.bytes(), model.bytes());
}

/// A message to oneself that may be shorter than the receive: count and elements of what came.
void partial(Script& script, Random& dice, const Type& type, int count) {
  const int more = count + dice.below(3);
  if (!type.receivable(more)) return;
  const int whole = static_cast<int>(type.map.size()) * more;
  const int elements = whole == 0 ? 0 : dice.between(0, whole);
  std::vector<int> basic_of;
  for (int i = 0; i < more; ++i) {
    for (const Entry& entry : type.map) basic_of.push_back(entry.basic);
  }
  // A structure of the first `elements` predefined types, one after the other.
  std::vector<int> ones(static_cast<std::size_t>(elements), 1);
  std::vector<MPI_Aint> places;
  std::vector<MPI_Datatype> handles;
  long bytes = 0;
  for (int i = 0; i < elements; ++i) {
    const Basic& basic = basics()[static_cast<std::size_t>(basic_of[static_cast<std::size_t>(i)])];
    places.push_back(bytes);
    handles.push_back(basic.type);
    bytes += basic.bytes;
  }
  Bytes data(static_cast<std::size_t>(bytes) + 1);
  fill(data.data(), data.size(), dice.next());
  MPI_Datatype sent = MPI_DATATYPE_NULL;
  script.doing(text("Sendrecv to oneself: ", elements, " elements of ", more, " of ", type.made));
  script.success(MPI_Type_create_struct(elements, ones.data(), places.data(), handles.data(), &sent));
  script.success(MPI_Type_commit(&sent));
  const std::uint64_t key = dice.next();
  Buffer target(type, more, key), model(type, more, key);
  model.scatter(Bytes(data.begin(), data.end() - 1));
  MPI_Status status;
  script.success(
      MPI_Sendrecv(data.data(), 1, sent, 0, 5, target.data(), more, type.handle, 0, 5, MPI_COMM_SELF, &status));
  script.expect_bytes("received", target.bytes(), model.bytes());
  int got = -1, parts = -1;
  MPI_Count wide = -1;
  const int each = static_cast<int>(type.map.size());
  script.success(MPI_Get_count(&status, type.handle, &got));
  script.expect("count", got, each == 0 ? 0 : elements % each == 0 ? elements / each : MPI_UNDEFINED);
  script.success(MPI_Get_elements(&status, type.handle, &parts));
  script.expect("elements", parts, elements);
  script.success(MPI_Get_elements_x(&status, type.handle, &wide));
  script.expect("elements_x", wide, elements);
  script.success(MPI_Type_free(&sent));
}

}  // namespace

void datatypes(Script& script) {
  // Each rank has types of its own: nothing is sent between ranks here.
  Random& dice = script.own;
  std::vector<Type> made;
  for (int i = 0, wanted = dice.between(2, 6); i < wanted; ++i) {
    Type type = random_type(script, dice, made);
    if (type.map.size() > 300 || type.true_ub() - type.true_lb() > 60000 || std::abs(type.extent()) > 60000) {
      free_type(script, type);
      continue;
    }
    queries(script, type);
    script.doing("Type_commit(" + type.made + ")");
    script.success(MPI_Type_commit(&type.handle));
    const int count = dice.between(0, 3);
    if (dice.chance(70)) packing(script, dice, type, count);
    if (dice.chance(50)) external(script, dice, type, count);
    if (dice.chance(70)) partial(script, dice, type, count);
    made.push_back(type);
    if (made.size() > 1 && dice.chance(25)) {  // a type lives on in what was made of it
      const auto victim = static_cast<std::size_t>(dice.below(static_cast<int>(made.size())));
      free_type(script, made[victim]);
      made.erase(made.begin() + static_cast<long>(victim));
      for (const Type& type_left : made) queries(script, type_left);
    }
  }
  dice.shuffle(made);
  for (Type& type : made) free_type(script, type);
}

}  // namespace differential

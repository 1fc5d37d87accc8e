namespace OpenAso.Seed.Network;

/// <summary>What a practice does.</summary>
internal enum Specialty
{
    PrimaryCare,
    Pediatrics,
    Obstetrics,
    Cardiology,
    Orthopedics,
    Dermatology,
    Gastroenterology,
    Oncology,
    Surgery,
    Behavioral,
    PhysicalTherapy,
    Chiropractic,
    Imaging,
    Laboratory,
    EmergencyMedicine,
    Anesthesiology,
    HospitalMedicine,
    Hospital,
    Dialysis,
    Equipment,
    Dentistry,
    Orthodontics,
}
